-- grain: One row per day that figures are rolled up on x org unit alive then x org unit above it, directly or not
-- key: map_on, org_unit_id, above_org_unit_id
-- materialized: table
-- column map_on: Day of the map: a last day of a period, or of a unit that ended during one
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: country, region, province, district or commune
-- column org_unit_name_vi: Vietnamese name on that day, without the type word
-- column above_org_unit_id: Org unit above it
-- column above_level_code: Level of the org unit above
with recursive days as (
    select distinct period_end_on as map_on
    from stg.observation
    union
    select unit.ended_on
    from stg.observation as fact
    join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
    where unit.ended_on < fact.period_end_on and unit.ended_on >= fact.period_start_on
),

alive as (
    select
        days.map_on,
        version.org_unit_id,
        version.org_unit_level_code,
        version.org_unit_name_vi,
        version.parent_org_unit_id
    from days
    join stg.org_unit_version as version
        on version.valid_from_on <= days.map_on
        and (version.valid_to_on is null or version.valid_to_on >= days.map_on)
),

chain as (
    select map_on, org_unit_id, org_unit_level_code, org_unit_name_vi, parent_org_unit_id as above_org_unit_id
    from alive
    where parent_org_unit_id is not null
    union all
    select
        chain.map_on,
        chain.org_unit_id,
        chain.org_unit_level_code,
        chain.org_unit_name_vi,
        above.parent_org_unit_id
    from chain
    join alive as above on above.map_on = chain.map_on and above.org_unit_id = chain.above_org_unit_id
    where above.parent_org_unit_id is not null
)

select
    chain.map_on,
    chain.org_unit_id,
    chain.org_unit_level_code,
    chain.org_unit_name_vi,
    chain.above_org_unit_id,
    above.org_unit_level_code as above_level_code
from chain
join alive as above on above.map_on = chain.map_on and above.org_unit_id = chain.above_org_unit_id
