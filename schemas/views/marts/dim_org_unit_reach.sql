-- grain: One row per org unit x org unit whose details belong to it
-- key: org_unit_id, reached_org_unit_id
-- materialized: table
-- column org_unit_id: Org unit of the reader
-- column reached_org_unit_id: Org unit whose details are the reader's own
-- column relation_code: self; successor: what it went into when it ended; predecessor: what ended and went into it; part: what lies or lay within one of these
with recursive inheritance as (
    -- A unit that lives on after a split or transfer keeps its own rows; only one that ended has heirs.
    select distinct change.from_org_unit_id as earlier_id, change.to_org_unit_id as later_id
    from stg.org_unit_change as change
    join mart.dim_org_unit as giver on giver.org_unit_id = change.from_org_unit_id
    where change.to_org_unit_id <> change.from_org_unit_id
        and giver.ended_on < change.effective_on
),

successor as (
    select earlier_id as org_unit_id, later_id as reached_org_unit_id
    from inheritance
    union
    select successor.org_unit_id, inheritance.later_id
    from successor
    join inheritance on inheritance.earlier_id = successor.reached_org_unit_id
),

line as (
    select org_unit_id, org_unit_id as reached_org_unit_id, 1 as relation_order
    from mart.dim_org_unit
    union all
    select org_unit_id, reached_org_unit_id, 2
    from successor
    union all
    select reached_org_unit_id, org_unit_id, 3
    from successor
),

part as (
    select distinct parent_org_unit_id as org_unit_id, org_unit_id as reached_org_unit_id
    from mart.dim_org_unit_version
    where parent_org_unit_id is not null
    union
    select part.org_unit_id, version.org_unit_id
    from part
    join mart.dim_org_unit_version as version on version.parent_org_unit_id = part.reached_org_unit_id
),

reach as (
    select org_unit_id, reached_org_unit_id, relation_order
    from line
    union all
    select line.org_unit_id, part.reached_org_unit_id, 4
    from line
    join part on part.org_unit_id = line.reached_org_unit_id
)

select
    org_unit_id,
    reached_org_unit_id,
    case min(relation_order) when 1 then 'self' when 2 then 'successor' when 3 then 'predecessor' else 'part' end
        as relation_code
from reach
group by org_unit_id, reached_org_unit_id
