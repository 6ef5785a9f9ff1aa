select 'a value of a metric that does not add up is added up' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, period_code) as found
from mart.fct_roll_up_figure
where derivation_kind = 'sum'
    and metric_code not in (select metric_code from mart.dim_metric where aggregation = 'sum')
