-- grain: One row per delivery of which something is kept out of the release: the file, a form, or cells
-- key: delivery_id
-- materialized: view
-- column delivery_id: Delivery, see dim_delivery
-- column source_code: Organisation that delivered it, a folder name under landing/
-- column landing_file: Path of the delivered file below landing/
-- column form_code: Landing contract that read it; empty when none fits
-- column received_at: When the delivery arrived, UTC
-- column waiting_days: Days from its arrival to the release, in Viet Nam
-- column kept_out: file where nothing of it is used, else form or cell, whichever is more
-- column is_waiting: True while it is the last delivery under its path; false once another one took its place
-- column finding_count: Number of findings that keep something out
-- column code: Code of the first of them: of what blocks most, by code
-- column message_vi: What that one says, in Vietnamese
-- column message_en: What that one says, in English
-- column how_to_fix_vi: What to do about it, in Vietnamese
-- column how_to_fix_en: What to do about it, in English
-- column quarantine_folder: Folder below the lake with the findings to send back: findings.csv, and of a refused file its copy
-- column marked_copy: Path below the lake of the workbook with the wrong cells marked; empty of CSV and where no cell is to blame
with blocking as (
    select
        delivery_id,
        count(*) as finding_count,
        max(case blocks when 'file' then 3 when 'form' then 2 else 1 end) as blocks_most,
        count(*) filter (where cell <> '') as cell_finding_count,
        min_by(
            {'code': code, 'message_vi': message_vi, 'message_en': message_en,
             'how_to_fix_vi': how_to_fix, 'how_to_fix_en': how_to_fix_en},
            (case blocks when 'file' then 1 when 'form' then 2 else 3 end, code, sheet, cell, found)
        ) as first_one
    from mart.rpt_finding
    where blocks <> 'nothing' and severity = 'error'
    group by delivery_id
),

last_of_path as (
    select landing_file, max(delivery_id) as delivery_id
    from stg.delivery
    group by landing_file
)

select
    delivery.delivery_id,
    delivery.source_code,
    delivery.landing_file,
    coalesce(delivery.contract_id, '') as form_code,
    delivery.received_at,
    cast(date_diff('day', delivery.received_on, release.published_on) as integer) as waiting_days,
    case
        when delivery.delivery_status = 'quarantined' or blocking.blocks_most = 3 then 'file'
        when blocking.blocks_most = 2 then 'form'
        else 'cell'
    end as kept_out,
    last_of_path.delivery_id = delivery.delivery_id as is_waiting,
    cast(coalesce(blocking.finding_count, 0) as integer) as finding_count,
    blocking.first_one.code as code,
    blocking.first_one.message_vi as message_vi,
    blocking.first_one.message_en as message_en,
    blocking.first_one.how_to_fix_vi as how_to_fix_vi,
    blocking.first_one.how_to_fix_en as how_to_fix_en,
    'quarantine/' || delivery.delivery_id as quarantine_folder,
    case
        when blocking.cell_finding_count > 0 and regexp_matches(lower(delivery.landing_file), '\.xlsx?$')
        then 'quarantine/' || delivery.delivery_id || '/marked-' || regexp_extract(delivery.landing_file, '[^/]*$')
    end as marked_copy
from stg.delivery as delivery
cross join stg.release as release
join last_of_path on last_of_path.landing_file = delivery.landing_file
left join blocking on blocking.delivery_id = delivery.delivery_id
where delivery.delivery_status = 'quarantined' or blocking.delivery_id is not null
