select 'a metric without parts or weights has a value' as problem,
    concat_ws(' ', metric_code, reference_year, parent_org_unit_id) as found
from mart.rpt_metric_rollup
where aggregation = 'none' and value is not null and weights_code is null
union all
select 'a row has neither a value nor a reason, or both' as problem,
    concat_ws(' ', metric_code, reference_year, org_unit_level_code, parent_org_unit_id) as found
from mart.rpt_metric_rollup
where (value is null) = (reason is null)
union all
select 'more units have figures than live' as problem,
    concat_ws(' ', metric_code, reference_year, org_unit_level_code, parent_org_unit_id) as found
from mart.rpt_metric_rollup
where unit_count < 0 or missing_count < 0 or unit_count > expected_count
