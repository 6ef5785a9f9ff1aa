select 'a square has no name' as problem, concat_ws(' ', boundary_vintage, org_unit_id) as found
from mart.dim_grid_map
where tile_name_vi is null or tile_name_en is null
union all
select 'an org unit has not exactly one square of its own' as problem,
    concat_ws(' ', boundary_vintage, org_unit_id) as found
from mart.dim_grid_map
group by boundary_vintage, org_unit_id
having count(*) filter (tile_code in ('unit', 'former')) <> 1
