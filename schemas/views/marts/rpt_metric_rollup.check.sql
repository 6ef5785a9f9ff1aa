select 'a metric that does not add up has a sum' as problem,
    concat_ws(' ', metric_code, reference_year, parent_org_unit_id) as found
from mart.rpt_metric_rollup
where aggregation <> 'sum' and value is not null
union all
select 'a count is negative' as problem,
    concat_ws(' ', metric_code, reference_year, org_unit_level_code, parent_org_unit_id) as found
from mart.rpt_metric_rollup
where unit_count < 0 or missing_count < 0
