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
select
    code,
    severity,
    landing_file,
    sheet,
    cell,
    found,
    how_to_fix_vi as how_to_fix,
    how_to_fix_en,
    message_vi,
    message_en,
    delivery_id,
    reference_year,
    blocks
from stg.finding
union all
select
    code,
    severity,
    landing_file,
    sheet,
    cell,
    found,
    how_to_fix_vi as how_to_fix,
    how_to_fix_en,
    message_vi,
    message_en,
    delivery_id,
    reference_year,
    blocks
from stg.year_finding
