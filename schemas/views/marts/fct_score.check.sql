-- A target may be over-fulfilled where the rubric says so.
select 'points are above the maximum' as problem,
    concat_ws(' ', score.scorecard_code, score.reference_year, score.org_unit_id, score.criterion_code, score.points, score.max_points)
        as found
from mart.fct_score as score
join mart.dim_criterion as criterion
    on criterion.scorecard_code = score.scorecard_code
    and criterion.rubric_year = score.rubric_year
    and criterion.criterion_code = score.criterion_code
where score.points > score.max_points
    and criterion.scoring_rule <> 'proportional_to_target'
union all
select 'a row names an org unit that dim_org_unit does not have' as problem, fact.org_unit_id as found
from (select distinct org_unit_id from mart.fct_score) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.org_unit_id
union all
select 'a score names a criterion that dim_criterion does not have' as problem,
    concat_ws(' ', score.scorecard_code, score.rubric_year, score.criterion_code) as found
from (select distinct scorecard_code, rubric_year, rubric_code, criterion_code from mart.fct_score) as score
anti join mart.dim_criterion as criterion
    on criterion.scorecard_code = score.scorecard_code
    and criterion.rubric_year = score.rubric_year
    and criterion.rubric_code = score.rubric_code
    and criterion.criterion_code = score.criterion_code
