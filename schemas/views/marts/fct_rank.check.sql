select 'a rank is outside 1 to rank_of' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, rubric_year, computed_rank, 'of', rank_of) as found
from mart.fct_rank
where not coalesce(computed_rank between 1 and rank_of, computed_rank is null)
union all
select 'a row has both a computed rank and a reason for having none, or neither' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, rubric_year) as found
from mart.fct_rank
where (computed_rank is null) = (rank_reason_code is null)
union all
select 'a total is above the maximum' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, rubric_year, total_points, max_points) as found
from mart.fct_rank
where total_points > max_points
union all
select 'a rank has no total' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, rubric_year) as found
from mart.fct_rank
where computed_rank is not null and total_points is null
union all
select 'participation_status is outside its closed list' as problem, participation_status as found
from (select distinct participation_status from mart.fct_rank)
where participation_status not in ('ranked', 'not_participating', 'not_delivered')
union all
select 'stage_code is outside its closed list' as problem, stage_code as found
from (select distinct stage_code from mart.fct_rank)
where stage_code not in ('self', 'confirmed', 'final')
union all
select 'a row names an org unit that dim_org_unit does not have' as problem, fact.org_unit_id as found
from (select distinct org_unit_id from mart.fct_rank) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.org_unit_id
