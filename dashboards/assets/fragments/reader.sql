-- Units that are the reader's own, by his roles, with what belongs to them; nobody's where a role sees all rows.
{% set roles = current_user_roles() or ['nobody'] -%}
reader as (
    select reached_org_unit_id as org_unit_id, min(case when relation_code = 'self' then 1 else 2 end) as nearness
    from mart.dim_org_unit_reach
    where 'xephang-unit-' || org_unit_id in {{ roles | where_in }}
    group by reached_org_unit_id
)
