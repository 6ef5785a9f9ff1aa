select 'a value says that it is estimated and not by what, or the other way round' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, boundary_vintage) as found
from mart.rpt_metric_rebased
where is_estimated = (weights_code is null)
union all
select 'a value is both there and refused' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, boundary_vintage) as found
from stg.metric_rebased
where (value is null) = (reason is null)
