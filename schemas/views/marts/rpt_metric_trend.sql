-- grain: One row per metric x org unit x year (period Y)
-- key: metric_code, org_unit_id, reference_year
-- materialized: table
-- column metric_code: Metric, see table metric
-- column metric_name_vi: Name of the metric in Vietnamese
-- column metric_name_en: Name of the metric in English
-- column unit_of_measure: Unit of measure, that of the publication
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column org_unit_level_code: country, region, province, district or commune
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column period_start_on: First day of the period
-- column value: Value in the metric's unit of measure; empty when the status says there is none
-- column previous_value: Value of the same org unit in the year before; empty without one
-- column change_share: Change since the year before as a share of the size of the earlier value; empty where that is 0 or missing
-- column percentile: Share of the peers (org units of the same level with a value that year) whose value is at or below this one, 0 to 1; says nothing about good or bad
-- column peer_median: Median of the peers, in the unit of measure
with yearly as (
    select
        fact.metric_code,
        fact.org_unit_id,
        unit.org_unit_name_vi,
        unit.org_unit_sort,
        unit.org_unit_level_code,
        fact.reference_year,
        fact.period_start_on,
        fact.value,
        max(fact.value) over (
            partition by fact.metric_code, fact.org_unit_id order by fact.reference_year
            range between 1 preceding and 1 preceding
        ) as previous_value,
        cume_dist() over (
            partition by fact.metric_code, fact.reference_year, unit.org_unit_level_code, fact.value is null
            order by fact.value
        ) as percentile,
        median(fact.value) over (
            partition by fact.metric_code, fact.reference_year, unit.org_unit_level_code
        ) as peer_median
    from mart.fct_observation as fact
    left join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
    where fact.period_code = 'Y'
)

select
    yearly.metric_code,
    metric.metric_name_vi,
    metric.metric_name_en,
    metric.unit_of_measure,
    yearly.org_unit_id,
    yearly.org_unit_name_vi,
    yearly.org_unit_sort,
    yearly.org_unit_level_code,
    yearly.reference_year,
    cast(yearly.reference_year as varchar) as year,
    yearly.period_start_on,
    yearly.value,
    yearly.previous_value,
    (yearly.value - yearly.previous_value) / nullif(abs(yearly.previous_value), 0) as change_share,
    case when yearly.value is not null then yearly.percentile end as percentile,
    yearly.peer_median
from yearly
left join mart.dim_metric as metric on metric.metric_code = yearly.metric_code
