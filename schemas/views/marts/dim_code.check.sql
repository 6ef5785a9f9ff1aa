select 'a code has no name' as problem, concat_ws(' ', list_code, code) as found
from mart.dim_code
where name_vi = '' or name_en = ''
union all
select 'an own unit is not in the registry', code
from mart.dim_code
where list_code = 'own_unit' and code not in (select org_unit_id from mart.dim_org_unit)
