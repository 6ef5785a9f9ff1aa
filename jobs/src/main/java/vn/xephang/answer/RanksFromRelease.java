package vn.xephang.answer;

import java.util.List;
import java.util.Map;
import vn.xephang.model.Rank;
import vn.xephang.model.RecordShape;
import vn.xephang.schema.Scorecard;
import vn.xephang.score.RankedYear;
import vn.xephang.view.Catalogue;

/** The ranks of a year as a release holds them. */
final class RanksFromRelease {

    private static final RecordShape<Rank> SHAPE = new RecordShape<>(Rank.class);

    private final Catalogue catalogue;

    RanksFromRelease(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    RankedYear year(Scorecard scorecard, int year) {
        List<Map<String, Object>> rows = Sql.rows(catalogue.query("select * from mart.fct_rank where scorecard_code = "
                + Sql.quoted(scorecard.scorecardCode()) + " and reference_year = " + year));
        return RankedYear.of(
                scorecard, year, rows.stream().map(RanksFromRelease::rank).toList());
    }

    private static Rank rank(Map<String, Object> row) {
        return SHAPE.make(SHAPE.components().stream()
                .map(component -> row.get(component.column()))
                .toArray());
    }
}
