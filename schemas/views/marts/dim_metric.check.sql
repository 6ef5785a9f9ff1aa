select 'direction is outside its closed list' as problem, direction as found
from (select distinct direction from mart.dim_metric)
where direction not in ('higher_is_better', 'lower_is_better', 'neutral')
union all
select 'aggregation is outside its closed list' as problem, aggregation as found
from (select distinct aggregation from mart.dim_metric)
where aggregation not in ('sum', 'ratio_of_sums', 'weighted_mean', 'none')
union all
select 'a row names a parent metric that dim_metric does not have' as problem, fact.parent_metric_code as found
from (select distinct parent_metric_code from mart.dim_metric) as fact
anti join mart.dim_metric as parent on parent.metric_code = fact.parent_metric_code
where fact.parent_metric_code is not null
