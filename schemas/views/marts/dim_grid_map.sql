-- grain: One row per square of the grid map of a boundary vintage
-- key: boundary_vintage, grid_row, grid_column
-- materialized: table
-- column boundary_vintage: Date of the map
-- column org_unit_id: Identity of the org unit that the square belongs to
-- column tile_code: unit for the org unit itself, former for one that had ended by that date, else the part of a unit that lies apart, such as hoang-sa
-- column tile_name_vi: Vietnamese name of what the square shows, on that date
-- column tile_name_en: English name of what the square shows, on that date
-- column grid_column: Column, from 1 in the west
-- column grid_row: Row, from 1 in the north
-- column iso_3166_2_code: Code of ISO 3166-2; empty where none is listed, as for the org units made in 2025
select
    tile.boundary_vintage,
    tile.org_unit_id,
    tile.tile_code,
    coalesce(tile.tile_name_vi, version.org_unit_name_vi) as tile_name_vi,
    coalesce(tile.tile_name_en, version.org_unit_name_en) as tile_name_en,
    tile.grid_column,
    tile.grid_row,
    iso.iso_code as iso_3166_2_code
from stg.grid_tile as tile
left join mart.dim_org_unit_version as version
    on version.org_unit_id = tile.org_unit_id
    and version.valid_from_on <= cast(tile.boundary_vintage as date)
    and (version.valid_to_on is null or version.valid_to_on >= cast(tile.boundary_vintage as date))
left join stg.org_unit_iso as iso on iso.org_unit_id = tile.org_unit_id
