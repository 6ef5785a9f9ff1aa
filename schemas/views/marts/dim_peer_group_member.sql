-- grain: One row per org unit x year (period Y) x group of peers that it belonged to at the end of the year
-- key: org_unit_id, reference_year, peer_group_kind, peer_group_code
-- materialized: table
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: Level of the org unit and of its peers
-- column reference_year: Year of the membership
-- column peer_group_kind: What makes them peers: region, org_unit_type, urban_rural, population_class, or cluster of a scorecard
-- column peer_group_code: The group; of a cluster with its scorecard in front
-- column peer_group_name_vi: Name of the group in Vietnamese; empty where only a code is known
-- column peer_group_name_en: Name of the group in English; empty where only a code is known
-- column scorecard_code: Scorecard whose clusters these are: they say nothing of metrics it does not read; empty otherwise
-- column certainty: How sure the membership is: verified, memory or judgement; empty for regions, types and clusters
with seen as (
    select distinct org_unit_id, reference_year
    from stg.observation
    where period_code = 'Y'
    union
    select distinct org_unit_id, reference_year
    from stg.rank
    where period_code = 'Y'
),

alive as (
    select
        seen.org_unit_id,
        seen.reference_year,
        max_by(version.org_unit_level_code, version.valid_from_on) as org_unit_level_code,
        max_by(version.org_unit_type, version.valid_from_on) as org_unit_type,
        arg_max_null(version.region_code, version.valid_from_on) as region_code
    from seen
    join stg.org_unit_version as version
        on version.org_unit_id = seen.org_unit_id
        and version.valid_from_on <= make_date(seen.reference_year, 12, 31)
    group by seen.org_unit_id, seen.reference_year
),

regions as (
    select region_code, max(org_unit_name_vi) as name_vi, max(org_unit_name_en) as name_en
    from stg.org_unit_version
    where org_unit_level_code = 'region'
    group by region_code
),

grouped as (
    select
        alive.org_unit_id,
        alive.org_unit_level_code,
        alive.reference_year,
        'region' as peer_group_kind,
        alive.region_code as peer_group_code,
        regions.name_vi as peer_group_name_vi,
        regions.name_en as peer_group_name_en,
        null as scorecard_code,
        null as certainty
    from alive
    left join regions on regions.region_code = alive.region_code
    where alive.region_code is not null and alive.org_unit_level_code <> 'region'
    union all
    select org_unit_id, org_unit_level_code, reference_year, 'org_unit_type', org_unit_type, null, null, null, null
    from alive
    union all
    select
        alive.org_unit_id,
        alive.org_unit_level_code,
        alive.reference_year,
        peers.peer_group_kind,
        peers.peer_group_code,
        peers.peer_group_name_vi,
        peers.peer_group_name_en,
        null,
        peers.certainty
    from alive
    join stg.peer_group as peers
        on peers.org_unit_level_code = alive.org_unit_level_code
        and alive.reference_year between peers.from_year and coalesce(peers.to_year, alive.reference_year)
    left join stg.observation as fact
        on fact.metric_code = peers.metric_code
        and fact.org_unit_id = alive.org_unit_id
        and fact.reference_year = alive.reference_year
        and fact.period_code = 'Y'
    where peers.org_unit_type = alive.org_unit_type
        or fact.value >= coalesce(peers.at_least, fact.value)
            and (peers.below is null or fact.value < peers.below)
    union all
    select distinct
        ranked.org_unit_id,
        alive.org_unit_level_code,
        ranked.reference_year,
        'cluster',
        concat(ranked.scorecard_code, ' ', ranked.cluster_code),
        null,
        null,
        ranked.scorecard_code,
        null
    from stg.rank as ranked
    join alive on alive.org_unit_id = ranked.org_unit_id and alive.reference_year = ranked.reference_year
    where ranked.cluster_code is not null and ranked.boundary_vintage = 'as-was'
)

select
    org_unit_id,
    org_unit_level_code,
    reference_year,
    peer_group_kind,
    peer_group_code,
    peer_group_name_vi,
    peer_group_name_en,
    scorecard_code,
    certainty
from grouped
