select 'a percentile is outside 0 to 1' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, percentile) as found
from mart.rpt_metric_trend
where percentile <= 0 or percentile > 1
union all
select 'rows were lost or doubled' as problem, concat_ws(' ', facts.row_count, trend.row_count) as found
from (select count(*) as row_count from mart.fct_observation where period_code = 'Y') as facts
cross join (select count(*) as row_count from mart.rpt_metric_trend) as trend
where facts.row_count <> trend.row_count
union all
select 'a place among peers is outside 1 to their number' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, peer_rank) as found
from mart.rpt_metric_trend
where peer_rank < 1 or peer_rank > peer_count
