-- grain: One row per metric x org unit x year (period Y) x group of peers that it belonged to that year
-- key: metric_code, org_unit_id, reference_year, peer_group_kind, peer_group_code
-- materialized: table
-- column metric_code: Metric, see table metric
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at the end of the year, without the type word
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column peer_group_kind: What makes them peers: region, or org_unit_type such as municipality
-- column peer_group_code: The group, as it was at the end of the year
-- column value: Value in the metric's unit of measure
-- column percentile: Share of the group whose value is at or below this one, 0 to 1; says nothing about good or bad
-- column peer_median: Median of the group, in the unit of measure
-- column peer_rank: Place in the group in the direction of the metric, highest value first where it has none; ties share the better place
-- column peer_count: Number of org units of the group with a value: say peer_rank "of" it
with yearly as (
    select
        fact.metric_code,
        fact.org_unit_id,
        member.org_unit_name_vi,
        member.org_unit_level_code,
        fact.reference_year,
        fact.value,
        member.region_code,
        version.org_unit_type,
        case when metric.direction = 'lower_is_better' then fact.value else -fact.value end as best_first
    from mart.fct_observation as fact
    join mart.dim_org_unit_period as member
        on member.org_unit_id = fact.org_unit_id
        and member.reference_year = fact.reference_year
        and member.period_code = fact.period_code
        and member.period_start_on = fact.period_start_on
        and member.period_end_on = fact.period_end_on
    left join mart.dim_org_unit_version as version
        on version.org_unit_id = fact.org_unit_id
        and version.valid_from_on <= fact.period_end_on
        and (version.valid_to_on is null or version.valid_to_on >= fact.period_end_on)
    left join mart.dim_metric as metric on metric.metric_code = fact.metric_code
    where fact.period_code = 'Y' and fact.value is not null
),

grouped as (
    select *, 'region' as peer_group_kind, region_code as peer_group_code
    from yearly
    where region_code is not null
    union all
    select *, 'org_unit_type' as peer_group_kind, org_unit_type as peer_group_code
    from yearly
    where org_unit_type is not null
)

select
    metric_code,
    org_unit_id,
    org_unit_name_vi,
    reference_year,
    cast(reference_year as varchar) as year,
    peer_group_kind,
    peer_group_code,
    value,
    cume_dist() over (
        partition by metric_code, reference_year, org_unit_level_code, peer_group_kind, peer_group_code order by value
    ) as percentile,
    median(value) over (
        partition by metric_code, reference_year, org_unit_level_code, peer_group_kind, peer_group_code
    ) as peer_median,
    cast(
        rank() over (
            partition by metric_code, reference_year, org_unit_level_code, peer_group_kind, peer_group_code
            order by best_first
        ) as integer
    ) as peer_rank,
    cast(
        count(*) over (
            partition by metric_code, reference_year, org_unit_level_code, peer_group_kind, peer_group_code
        ) as integer
    ) as peer_count
from grouped
