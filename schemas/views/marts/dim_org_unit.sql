-- grain: One row per org unit (identity)
-- key: org_unit_id
-- materialized: table
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: country, region, province, district or commune
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column org_unit_name_en: English name in the latest version
-- column org_unit_sort: Place in Vietnamese alphabetical order, from 1
-- column born_on: First day of life that the registry knows
-- column ended_on: Last day of life, inclusive; empty while it lives
with units as (
    select
        org_unit_id,
        max_by(org_unit_level_code, valid_from_on) as org_unit_level_code,
        max_by(org_unit_name_vi, valid_from_on) as org_unit_name_vi,
        max_by(org_unit_name_en, valid_from_on) as org_unit_name_en,
        min(valid_from_on) as born_on,
        case when count(valid_to_on) = count(*) then max(valid_to_on) end as ended_on
    from stg.org_unit_version
    group by org_unit_id
)

select
    org_unit_id,
    org_unit_level_code,
    org_unit_name_vi,
    org_unit_name_en,
    cast(row_number() over (order by org_unit_name_vi collate vi, org_unit_id) as integer) as org_unit_sort,
    born_on,
    ended_on
from units
