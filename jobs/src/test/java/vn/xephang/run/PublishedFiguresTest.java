package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.read.PublishedFigures;
import vn.xephang.read.PublishedFigures.Figure;

/** Everything that stands in the twelve summary sheets, found again in the views of the release. */
class PublishedFiguresTest {

    private static final TestLake LAKE = TwelveBooks.lake();
    private static final PublishedFigures FIGURES = PublishedFigures.subIndicesAndScores();

    @Test
    void holds7086SubIndices191UnweightedAnd738WeightedScores() {
        assertEquals(
                List.of("7086 191 126"),
                LAKE.lines("select count(*) filter (metric_code not in ('pci_unweighted', 'pci_human_resources',"
                        + " 'pci_infrastructure', 'pci_market_proximity')),"
                        + " count(*) filter (metric_code = 'pci_unweighted'),"
                        + " count(*) filter (metric_code in ('pci_human_resources', 'pci_infrastructure',"
                        + " 'pci_market_proximity')) from mart.fct_observation"));
        assertEquals(738L, LAKE.value("select count(published_points) from mart.rpt_ranking"));
    }

    @Test
    void everyUnitHasItsPublishedSubIndicesAndScores() {
        Map<String, Double> held = heldByUnit();
        List<Figure> named = FIGURES.figures().stream()
                .filter(figure -> !figure.unit().isEmpty())
                .toList();
        assertEquals(8015 - 50 * 11, named.size());
        assertEquals(
                List.of(),
                named.stream()
                        .filter(figure -> !isEqual(figure.value(), held.get(key(figure))))
                        .toList());
    }

    /** Of 2013 fifty rows lost their names: there the values of each column are compared as a whole. */
    @Test
    void everyColumnOfEveryYearHoldsThePublishedValuesAndNoOther() {
        Map<String, List<Double>> held = heldByColumn();
        Map<String, List<Double>> published = new TreeMap<>();
        FIGURES.figures().forEach(figure -> published
                .computeIfAbsent(figure.year() + " " + figure.target(), none -> new ArrayList<>())
                .add(Double.valueOf(figure.value())));
        assertEquals(8015, published.values().stream().mapToInt(List::size).sum());
        assertEquals(published.keySet(), held.keySet());
        published.forEach((column, values) -> assertEquals(List.of(), differences(values, held.get(column)), column));
    }

    @Test
    void everyUnitHasItsPublishedScoreRankAndRating() {
        Map<String, String> held = new HashMap<>();
        for (List<Object> row : LAKE.query("select reference_year, org_unit_id, published_points, published_rank,"
                + " published_rating from mart.rpt_ranking")) {
            String unit = row.get(0) + " " + unit(row.get(1));
            held.put(unit + " published:pci/points", String.valueOf(row.get(2)));
            held.put(unit + " published:pci/rank", String.valueOf(row.get(3)));
            held.put(unit + " published:pci/rating", String.valueOf(row.get(4)));
        }
        List<Figure> results = PublishedFigures.results().figures();
        assertEquals(
                Map.of("published:pci/points", 738L, "published:pci/rank", 674L, "published:pci/rating", 547L),
                results.stream().collect(Collectors.groupingBy(Figure::target, Collectors.counting())));
        assertEquals(
                List.of(),
                results.stream()
                        .filter(figure -> !isSame(figure, held.get(key(figure))))
                        .toList());
    }

    @Test
    void all738UnitsByYearResolveAndNothingIsFoundWrong() {
        assertEquals(
                List.of(
                        "2005 42", "2006 64", "2007 64", "2008 64", "2009 63", "2010 63", "2011 63", "2012 63",
                        "2013 63", "2014 63", "2015 63", "2016 63"),
                LAKE.lines("select reference_year, count(*) from mart.rpt_ranking"
                        + " where participation_status = 'ranked' group by all order by all"));
        assertEquals(List.of(), LAKE.lines("select * from mart.rpt_finding"));
    }

    private static Map<String, Double> heldByUnit() {
        Map<String, Double> held = new HashMap<>();
        rows().forEach(row ->
                held.put(row.get(0) + " " + unit(row.get(2)) + " " + row.get(1), ((Number) row.get(3)).doubleValue()));
        return held;
    }

    private static Map<String, List<Double>> heldByColumn() {
        Map<String, List<Double>> held = new TreeMap<>();
        rows().forEach(row -> held.computeIfAbsent(row.get(0) + " " + row.get(1), none -> new ArrayList<>())
                .add(((Number) row.get(3)).doubleValue()));
        return held;
    }

    private static List<List<Object>> rows() {
        return LAKE.query("select reference_year, 'metric:' || metric_code as target, org_unit_id, value"
                + " from mart.fct_observation where metric_code not in"
                + " ('pci_human_resources', 'pci_infrastructure', 'pci_market_proximity')"
                + " union all select reference_year, 'published:pci/points', org_unit_id, published_points"
                + " from mart.rpt_ranking");
    }

    private static List<String> differences(List<Double> published, List<Double> held) {
        assertEquals(published.size(), held.size());
        List<Double> wanted = published.stream().sorted().toList();
        List<Double> found = held.stream().sorted().toList();
        List<String> different = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!isEqual(String.valueOf(wanted.get(i)), found.get(i))) {
                different.add(wanted.get(i) + " is not " + found.get(i));
            }
        }
        return different;
    }

    private static boolean isSame(Figure figure, String held) {
        return figure.target().endsWith("rating")
                ? figure.value().equals(held)
                : isEqual(figure.value(), Double.valueOf(held));
    }

    /** The collection prints 15 digits of a double. */
    private static boolean isEqual(String published, Double held) {
        double wanted = Double.parseDouble(published);
        return held != null && Math.abs(wanted - held) <= 1e-14 * Math.abs(wanted);
    }

    private static String key(Figure figure) {
        return figure.year() + " " + figure.unit() + " " + figure.target();
    }

    private static String unit(Object orgUnitId) {
        return PublishedFigures.unit(((String) orgUnitId).replace("VNM.", ""));
    }
}
