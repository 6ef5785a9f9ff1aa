-- grain: One row per org unit x period that observations speak of and in which it lived at least a day
-- key: org_unit_id, reference_year, period_code, period_start_on, period_end_on
-- materialized: table
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column reference_year: Year of the period
-- column period_code: Part of the year: Y whole year, H1 first half
-- column period_start_on: First day of the period
-- column period_end_on: Last day of the period
-- column org_unit_level_code: country, region, province, district or commune
-- column org_unit_code: Official code at the end of the period; empty where none was given
-- column org_unit_name_vi: Vietnamese name at the end of the period, without the type word
-- column parent_org_unit_id: Org unit it belonged to at the end of the period; empty at the top or where not stated
-- column region_code: Region it belonged to at the end of the period; empty where not stated
-- column is_whole_period: True when the unit lived on every day of the period
with periods as (
    select distinct reference_year, period_code, period_start_on, period_end_on
    from stg.observation
)

select
    version.org_unit_id,
    periods.reference_year,
    periods.period_code,
    periods.period_start_on,
    periods.period_end_on,
    max_by(version.org_unit_level_code, version.valid_from_on) as org_unit_level_code,
    arg_max_null(version.org_unit_code, version.valid_from_on) as org_unit_code,
    max_by(version.org_unit_name_vi, version.valid_from_on) as org_unit_name_vi,
    arg_max_null(version.parent_org_unit_id, version.valid_from_on) as parent_org_unit_id,
    arg_max_null(version.region_code, version.valid_from_on) as region_code,
    bool_and(
        unit.born_on <= periods.period_start_on
        and (unit.ended_on is null or unit.ended_on >= periods.period_end_on)
    ) as is_whole_period
from periods
join stg.org_unit_version as version
    on version.valid_from_on <= periods.period_end_on
    and (version.valid_to_on is null or version.valid_to_on >= periods.period_start_on)
join mart.dim_org_unit as unit on unit.org_unit_id = version.org_unit_id
group by
    version.org_unit_id,
    periods.reference_year,
    periods.period_code,
    periods.period_start_on,
    periods.period_end_on
