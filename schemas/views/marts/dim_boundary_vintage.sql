-- grain: One row per map that dashboards offer
-- key: boundary_vintage
-- materialized: view
-- column boundary_vintage: Date of the map
-- column org_unit_level_code: Level of its org units: country, region, province, district or commune
-- column boundary_vintage_name_vi: Name in Vietnamese
-- column boundary_vintage_name_en: Name in English
-- column unit_count: Number of org units on it
-- column source: Where this fact comes from
select
    boundary_vintage,
    org_unit_level_code,
    boundary_vintage_name_vi,
    boundary_vintage_name_en,
    unit_count,
    source
from stg.boundary_vintage
