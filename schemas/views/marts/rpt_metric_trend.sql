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
-- column peer_rank: Place among the peers in the direction of the metric, highest value first where it has none; ties share the better place
-- column peer_count: Number of peers with a value, the org unit itself counted: say peer_rank "of" it
with yearly as (
    select
        fact.metric_code,
        fact.org_unit_id,
        unit.org_unit_level_code,
        fact.reference_year,
        fact.period_start_on,
        fact.value
    from mart.fct_observation as fact
    left join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
    where fact.period_code = 'Y'
),

placed as (
    select
        yearly.*,
        cume_dist() over (
            partition by metric_code, reference_year, org_unit_level_code, value is null order by value
        ) as percentile,
        rank() over (
            partition by metric_code, reference_year, org_unit_level_code, value is null
            order by case when metric.direction = 'lower_is_better' then value else -value end
        ) as peer_rank
    from yearly
    left join mart.dim_metric as metric using (metric_code)
),

peers as (
    select
        metric_code,
        reference_year,
        org_unit_level_code,
        median(value) as peer_median,
        cast(count(value) as integer) as peer_count
    from yearly
    group by metric_code, reference_year, org_unit_level_code
)

select
    this.metric_code,
    metric.metric_name_vi,
    metric.metric_name_en,
    metric.unit_of_measure,
    this.org_unit_id,
    unit.org_unit_name_vi,
    unit.org_unit_sort,
    this.org_unit_level_code,
    this.reference_year,
    cast(this.reference_year as varchar) as year,
    this.period_start_on,
    this.value,
    before.value as previous_value,
    (this.value - before.value) / nullif(abs(before.value), 0) as change_share,
    case when this.value is not null then this.percentile end as percentile,
    peers.peer_median,
    case when this.value is not null then cast(this.peer_rank as integer) end as peer_rank,
    peers.peer_count
from placed as this
left join yearly as before
    on before.metric_code = this.metric_code
    and before.org_unit_id = this.org_unit_id
    and before.reference_year = this.reference_year - 1
left join peers
    on peers.metric_code = this.metric_code
    and peers.reference_year = this.reference_year
    and peers.org_unit_level_code is not distinct from this.org_unit_level_code
left join mart.dim_org_unit as unit on unit.org_unit_id = this.org_unit_id
left join mart.dim_metric as metric on metric.metric_code = this.metric_code
