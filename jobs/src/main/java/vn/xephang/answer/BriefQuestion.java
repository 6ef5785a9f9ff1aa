package vn.xephang.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Scorecard;
import vn.xephang.view.Catalogue;

/**
 * What there is to say about one unit, or each unit, of a year.
 *
 * @param unit name or official code of that time; empty: every unit that has a row in the year
 */
public record BriefQuestion(String scorecardCode, int year, Optional<String> unit) {

    /** In Vietnamese order of the names. @throws Refused when nobody was ranked that year, or not this unit */
    public List<Brief> answer(Declarations declarations, Catalogue catalogue) {
        Scorecard scorecard = UnitAsked.scorecard(declarations, scorecardCode);
        YearOfBriefs all = new YearOfBriefs(scorecard, year, declarations, catalogue);
        if (!all.isRanked()) {
            throw new Refused("Cannot brief " + scorecardCode + " " + year + ": nobody is ranked in that year. Years"
                    + " with ranks: " + years(all) + ".");
        }
        Optional<String> id = unit.map(name -> UnitAsked.id(declarations, scorecard, year, name));
        id.filter(asked -> !all.unitIds().contains(asked)).ifPresent(asked -> {
            throw new Refused("Cannot brief " + unit.orElseThrow() + ": " + scorecardCode + " does not rank it in "
                    + year + ". It ranks " + all.unitNames() + ".");
        });
        List<Brief> briefs = new ArrayList<>();
        for (String one : id.map(List::of).orElseGet(all::unitIds)) {
            briefs.add(all.of(one));
        }
        return briefs;
    }

    private static String years(YearOfBriefs all) {
        List<Map<String, Object>> ranked = all.rankedRows();
        return ranked.isEmpty()
                ? "none"
                : ranked.stream()
                        .map(row -> (Integer) row.get("reference_year"))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }
}
