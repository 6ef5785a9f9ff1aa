select 'a map has another number of org units than it says' as problem,
    concat_ws(' ', vintage.boundary_vintage, vintage.unit_count, count(version.org_unit_id)) as found
from mart.dim_boundary_vintage as vintage
left join mart.dim_org_unit_version as version
    on version.org_unit_level_code = vintage.org_unit_level_code
    and version.valid_from_on <= cast(vintage.boundary_vintage as date)
    and (version.valid_to_on is null or version.valid_to_on >= cast(vintage.boundary_vintage as date))
group by vintage.boundary_vintage, vintage.unit_count
having count(version.org_unit_id) <> vintage.unit_count
