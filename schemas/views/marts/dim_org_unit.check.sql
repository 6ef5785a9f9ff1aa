select 'an org unit ended before it was born' as problem, org_unit_id as found
from mart.dim_org_unit
where ended_on < born_on
union all
select 'two org units share a place in the alphabet' as problem, cast(org_unit_sort as varchar) as found
from mart.dim_org_unit
group by org_unit_sort
having count(*) > 1
union all
select 'org_unit_level_code is outside its closed list' as problem, org_unit_level_code as found
from (select distinct org_unit_level_code from mart.dim_org_unit)
where org_unit_level_code not in ('country', 'region', 'province', 'district', 'commune')
