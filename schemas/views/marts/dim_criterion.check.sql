select 'a row names a metric that dim_metric does not have' as problem, fact.metric_code as found
from (select distinct metric_code from mart.dim_criterion) as fact
anti join mart.dim_metric as parent on parent.metric_code = fact.metric_code
where fact.metric_code is not null
union all
select 'two criteria of a rubric share a place' as problem,
    concat_ws(' ', scorecard_code, rubric_year, criterion_order) as found
from mart.dim_criterion
group by scorecard_code, rubric_year, criterion_order
having count(*) > 1
