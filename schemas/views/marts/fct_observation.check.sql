select 'a row names an org unit that dim_org_unit does not have' as problem, fact.org_unit_id as found
from (select distinct org_unit_id from mart.fct_observation) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.org_unit_id
union all
select 'a row names a metric that dim_metric does not have' as problem, fact.metric_code as found
from (select distinct metric_code from mart.fct_observation) as fact
anti join mart.dim_metric as parent on parent.metric_code = fact.metric_code
union all
select 'observation_status is outside its closed list' as problem, observation_status as found
from (select distinct observation_status from mart.fct_observation)
where observation_status not in ('normal', 'estimated', 'missing', 'not_applicable', 'not_collected', 'withdrawn')
union all
select 'data_vintage is outside its closed list' as problem, data_vintage as found
from (select distinct data_vintage from mart.fct_observation)
where data_vintage not in ('preliminary', 'estimate', 'official')
union all
select 'an observation of status normal has no value' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, period_code) as found
from mart.fct_observation
where observation_status = 'normal' and value is null
