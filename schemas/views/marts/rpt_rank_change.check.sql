select 'the effects do not add up to the rank change' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, sum(rank_effect), max(rank_change)) as found
from mart.rpt_rank_change
group by scorecard_code, reference_year, org_unit_id
having sum(rank_effect) is distinct from max(rank_change)
union all
select 'a factor is outside its closed list' as problem, factor_code as found
from (select distinct factor_code, factor_name_vi from mart.rpt_rank_change)
where factor_name_vi is null
union all
select 'a unit does not have each factor once' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, count(*)) as found
from mart.rpt_rank_change
group by scorecard_code, reference_year, org_unit_id
having count(*) <> 5
