select 'a unit is not below the level above it' as problem,
    concat_ws(' ', map_on, org_unit_id, above_org_unit_id) as found
from mart.dim_org_unit_above
where list_position(['country', 'region', 'province', 'district', 'commune'], org_unit_level_code)
    <= list_position(['country', 'region', 'province', 'district', 'commune'], above_level_code)
