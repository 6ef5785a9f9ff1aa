select 'an org unit belongs to itself' as problem, org_unit_id as found
from mart.dim_org_unit_period
where parent_org_unit_id = org_unit_id
union all
select 'a row names an org unit that dim_org_unit does not have' as problem, fact.org_unit_id as found
from (select distinct org_unit_id from mart.dim_org_unit_period) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.org_unit_id
