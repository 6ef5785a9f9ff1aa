select 'an org unit does not reach itself' as problem, unit.org_unit_id as found
from mart.dim_org_unit as unit
anti join mart.dim_org_unit_reach as reach
    on reach.org_unit_id = unit.org_unit_id
    and reach.reached_org_unit_id = unit.org_unit_id
    and reach.relation_code = 'self'
union all
select
    'the predecessors of a successor are reached as well' as problem,
    concat_ws(' ', ended.org_unit_id, other.reached_org_unit_id) as found
from mart.dim_org_unit_reach as ended
join mart.dim_org_unit_reach as other
    on other.org_unit_id = ended.reached_org_unit_id
    and other.relation_code = 'predecessor'
join mart.dim_org_unit_reach as wrong
    on wrong.org_unit_id = ended.org_unit_id
    and wrong.reached_org_unit_id = other.reached_org_unit_id
    and wrong.relation_code = 'predecessor'
where ended.relation_code = 'successor'
