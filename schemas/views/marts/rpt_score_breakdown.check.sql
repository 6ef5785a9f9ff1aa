-- Half a point is the most that the rounding of a total can take away or add.
select 'the points of the criteria do not add up to the total' as problem,
    concat_ws(' ', ranking.scorecard_code, ranking.reference_year, ranking.org_unit_id, ranking.total_points, scored.points)
        as found
from (
    select score.scorecard_code, score.reference_year, score.org_unit_id, sum(score.points) as points
    from mart.rpt_score_breakdown as score
    join mart.dim_criterion as criterion
        on criterion.scorecard_code = score.scorecard_code
        and criterion.rubric_year = score.reference_year
        and criterion.criterion_code = score.criterion_code
    where criterion.is_counted
    group by score.scorecard_code, score.reference_year, score.org_unit_id
) as scored
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = scored.scorecard_code
    and ranking.reference_year = scored.reference_year
    and ranking.org_unit_id = scored.org_unit_id
where abs(ranking.total_points - scored.points) > 0.5
union all
select 'a criterion has no name' as problem,
    concat_ws(' ', scorecard_code, reference_year, criterion_code) as found
from mart.rpt_score_breakdown
where criterion_name_vi is null
union all
select 'a share is outside its bounds' as problem,
    concat_ws(' ', score.scorecard_code, score.reference_year, score.org_unit_id, score.criterion_code, score.points_share)
        as found
from mart.rpt_score_breakdown as score
join mart.dim_criterion as criterion
    on criterion.scorecard_code = score.scorecard_code
    and criterion.rubric_year = score.reference_year
    and criterion.criterion_code = score.criterion_code
where score.points_share > 1
    and criterion.scoring_rule <> 'proportional_to_target'
