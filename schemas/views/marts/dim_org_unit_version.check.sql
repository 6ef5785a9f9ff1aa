select 'two versions of an org unit overlap' as problem, this.org_unit_id as found
from mart.dim_org_unit_version as this
join mart.dim_org_unit_version as later
    on later.org_unit_id = this.org_unit_id
    and later.valid_from_on > this.valid_from_on
where this.valid_to_on is null or this.valid_to_on >= later.valid_from_on
union all
select 'a row names a parent that dim_org_unit does not have' as problem, fact.parent_org_unit_id as found
from (select distinct parent_org_unit_id from mart.dim_org_unit_version) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.parent_org_unit_id
where fact.parent_org_unit_id is not null
