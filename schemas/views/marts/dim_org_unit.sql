-- grain: One row per org unit (identity)
-- key: org_unit_id
-- materialized: table
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: country, region, province, district or commune
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column org_unit_name_en: English name in the latest version
-- column org_unit_path_vi: Vietnamese name with those of the units above up to the province, such as Tân Thành, Thủ Thừa, Long An
-- column org_unit_sort: Place in Vietnamese alphabetical order, from 1
-- column born_on: First day of life that the registry knows
-- column ended_on: Last day of life, inclusive; empty while it lives
with units as (
    select
        org_unit_id,
        max_by(org_unit_level_code, valid_from_on) as org_unit_level_code,
        max_by(org_unit_name_vi, valid_from_on) as org_unit_name_vi,
        max_by(org_unit_name_en, valid_from_on) as org_unit_name_en,
        arg_max_null(parent_org_unit_id, valid_from_on) as parent_org_unit_id,
        min(valid_from_on) as born_on,
        case when count(valid_to_on) = count(*) then max(valid_to_on) end as ended_on
    from stg.org_unit_version
    group by org_unit_id
)

select
    units.org_unit_id,
    units.org_unit_level_code,
    units.org_unit_name_vi,
    units.org_unit_name_en,
    concat_ws(', ', units.org_unit_name_vi, parent.org_unit_name_vi, grandparent.org_unit_name_vi) as org_unit_path_vi,
    cast(row_number() over (order by units.org_unit_name_vi collate vi, units.org_unit_id) as integer) as org_unit_sort,
    units.born_on,
    units.ended_on
from units
left join units as parent
    on parent.org_unit_id = units.parent_org_unit_id and parent.org_unit_level_code in ('province', 'district')
left join units as grandparent
    on grandparent.org_unit_id = parent.parent_org_unit_id and grandparent.org_unit_level_code = 'province'
