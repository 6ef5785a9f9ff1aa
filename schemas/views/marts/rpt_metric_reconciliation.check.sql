select 'a difference is not what stands beside it' as problem,
    concat_ws(' ', metric_code, reference_year, org_unit_level_code, parent_org_unit_id) as found
from mart.rpt_metric_reconciliation
where abs(reported_value - rolled_up_value - difference) > 1e-9 * greatest(abs(reported_value), abs(rolled_up_value))
