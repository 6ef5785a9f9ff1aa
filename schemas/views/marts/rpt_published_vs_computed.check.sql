select 'a difference has no reason' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, measure_code) as found
from mart.rpt_published_vs_computed
where reason_code is null
union all
select 'a difference is none' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, measure_code) as found
from mart.rpt_published_vs_computed
where published_value = computed_value
union all
select 'a difference has no row in rpt_ranking' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id) as found
from mart.rpt_published_vs_computed
where org_unit_name_vi is null
union all
select 'measure_code is outside its closed list' as problem, measure_code as found
from (select distinct measure_code from mart.rpt_published_vs_computed)
where measure_code not in ('score', 'rank')
union all
select 'reason_code is outside its closed list' as problem, reason_code as found
from (select distinct reason_code from mart.rpt_published_vs_computed)
where reason_code not in (select code from mart.dim_code where list_code = 'difference_reason')
