select 'a value is missing without a reason' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, boundary_vintage) as found
from mart.rpt_metric_not_rebased
where reason is null
