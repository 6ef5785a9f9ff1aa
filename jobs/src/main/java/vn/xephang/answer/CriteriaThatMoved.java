package vn.xephang.answer;

import vn.xephang.view.Catalogue;
import vn.xephang.view.QueryResult;

/**
 * What each criterion added to the change of a unit's points between two years, under one set of rules for both: those
 * of the later year where they apply to the earlier, else the other way round. The changes add up to the change of the
 * total before its rounding.
 */
record CriteriaThatMoved(String scorecardCode, String orgUnitId, int fromYear, int toYear) {

    /** The criterion that moved most first; no rows where no rules apply to both years. */
    Table of(Catalogue catalogue) {
        QueryResult result =
                catalogue.query("""
                with score as (
                    select * from mart.fct_score
                    where scorecard_code = %1$s and org_unit_id = %2$s and stage_code = 'final'
                        and boundary_vintage = 'as-was' and reference_year in (%3$d, %4$d)
                ),
                rules as (
                    select rubric_code from score
                    group by rubric_code
                    having count(distinct reference_year) = 2
                        and bool_or(rubric_year = reference_year)
                        and count(*) filter (points is null) = 0
                    order by bool_or(rubric_year = reference_year and reference_year = %4$d) desc
                    limit 1
                )
                select later.criterion_code, later.rubric_code, earlier.points as previous_points, later.points,
                    later.points - earlier.points as points_change, later.max_points
                from score as later
                join score as earlier using (rubric_code, criterion_code)
                where rubric_code in (from rules)
                    and later.reference_year = %4$d and earlier.reference_year = %3$d
                order by abs(points_change) desc, criterion_code
                """.formatted(Sql.quoted(scorecardCode), Sql.quoted(orgUnitId), fromYear, toYear));
        return Table.of(result);
    }
}
