-- grain: One row per finding in delivered data
-- materialized: view
-- column code: Finding code, such as UNKNOWN_ORG_UNIT
-- column severity: error, warning or info
-- column landing_file: Path of the delivered file below landing/
-- column sheet: Sheet as named in the book; empty in CSV or where the whole file is meant
-- column cell: Cell such as B17; empty where a sheet or file is meant
-- column found: Offending value or names, as written
-- column how_to_fix: What to do, in Vietnamese
-- column how_to_fix_en: What to do, in English
-- column message_vi: What is wrong, in Vietnamese
-- column message_en: What is wrong, in English
-- column delivery_id: Delivery of the cell; empty where no single delivery is to blame
-- column reference_year: Year concerned; empty where it is not known
-- column blocks: What it keeps out of the release: nothing, cell, form or file
-- column source_code: Organisation that delivered the file, or should have delivered
-- column form_code: Landing contract that read the file, or form whose figures are missing; empty where no contract fits
with silent as (
    select
        source_code, org_unit_id, org_unit_level_code, org_unit_name_vi, reference_year, period_code,
        min(form_code) as form_code
    from mart.rpt_completeness
    group by source_code, org_unit_id, org_unit_level_code, org_unit_name_vi, reference_year, period_code
    having sum(received_count) = 0
),

due as (
    select
        silent.org_unit_id,
        silent.reference_year,
        silent.source_code,
        silent.form_code,
        concat_ws(' ', silent.org_unit_name_vi, silent.org_unit_id, silent.reference_year, silent.period_code) as found,
        cast(min(make_date(silent.reference_year + day.due_year_offset, day.due_month, day.due_day)) as varchar)
            as expected
    from silent
    join stg.due_date as day
        on day.source_code = silent.source_code
        and day.org_unit_level_code = silent.org_unit_level_code
        and day.period_code = silent.period_code
        and silent.reference_year between day.from_year and day.until_year
    join stg.release as release
        on make_date(silent.reference_year + day.due_year_offset, day.due_month, day.due_day) < release.published_on
    group by all
),

told as (
    select * from stg.finding
    union all by name
    select * from stg.year_finding
)

select
    told.code,
    told.severity,
    told.landing_file,
    told.sheet,
    told.cell,
    told.found,
    told.how_to_fix_vi as how_to_fix,
    told.how_to_fix_en,
    told.message_vi,
    told.message_en,
    told.delivery_id,
    told.reference_year,
    told.blocks,
    coalesce(delivery.source_code, split_part(told.landing_file, '/', 1)) as source_code,
    coalesce(delivery.contract_id, '') as form_code
from told
left join stg.delivery as delivery on delivery.delivery_id = told.delivery_id
union all
select
    catalogue.code,
    catalogue.severity,
    '' as landing_file,
    '' as sheet,
    '' as cell,
    due.found,
    replace(replace(catalogue.how_to_fix_vi, '{found}', due.found), '{expected}', due.expected) as how_to_fix,
    replace(replace(catalogue.how_to_fix_en, '{found}', due.found), '{expected}', due.expected) as how_to_fix_en,
    replace(replace(catalogue.message_vi, '{found}', due.found), '{expected}', due.expected) as message_vi,
    replace(replace(catalogue.message_en, '{found}', due.found), '{expected}', due.expected) as message_en,
    '' as delivery_id,
    due.reference_year,
    catalogue.blocks,
    due.source_code,
    due.form_code
from due
join stg.finding_code as catalogue on catalogue.code = 'NOT_DELIVERED'
