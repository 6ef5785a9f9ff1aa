-- grain: One row per metric x org unit x year (period Y) x group of peers that it belonged to that year
-- key: metric_code, org_unit_id, reference_year, peer_group_kind, peer_group_code
-- materialized: table
-- column metric_code: Metric, see table metric
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at the end of the year, without the type word
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column peer_group_kind: What makes them peers: region, org_unit_type such as municipality, urban_rural, population_class, or cluster of a scorecard that reads the metric
-- column peer_group_code: The group, as it was at the end of the year
-- column peer_group_name_vi: Name of the group in Vietnamese; empty where only a code is known
-- column peer_group_name_en: Name of the group in English; empty where only a code is known
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
        case when metric.direction = 'lower_is_better' then fact.value else -fact.value end as best_first
    from mart.fct_observation as fact
    join mart.dim_org_unit_period as member
        on member.org_unit_id = fact.org_unit_id
        and member.reference_year = fact.reference_year
        and member.period_code = fact.period_code
        and member.period_start_on = fact.period_start_on
        and member.period_end_on = fact.period_end_on
    left join mart.dim_metric as metric on metric.metric_code = fact.metric_code
    where fact.period_code = 'Y' and fact.value is not null
),

-- Clusters of a scorecard compare what it is made of, nothing else: made-up clusters never meet real figures.
read_by as (
    select distinct scorecard_code, metric_code
    from mart.dim_criterion
    where metric_code is not null
),

grouped as (
    select yearly.*, peers.peer_group_kind, peers.peer_group_code, peers.peer_group_name_vi, peers.peer_group_name_en
    from yearly
    join mart.dim_peer_group_member as peers
        on peers.org_unit_id = yearly.org_unit_id and peers.reference_year = yearly.reference_year
    left join read_by on read_by.scorecard_code = peers.scorecard_code and read_by.metric_code = yearly.metric_code
    where peers.scorecard_code is null or read_by.metric_code is not null
)

select
    metric_code,
    org_unit_id,
    org_unit_name_vi,
    reference_year,
    cast(reference_year as varchar) as year,
    peer_group_kind,
    peer_group_code,
    peer_group_name_vi,
    peer_group_name_en,
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
