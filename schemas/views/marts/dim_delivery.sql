-- grain: One row per delivery that counts
-- key: delivery_id
-- materialized: view
-- column delivery_id: Delivery; sorts by time of arrival
-- column source_code: Organisation that delivered it, a folder name under landing/
-- column landing_file: Path of the delivered file below landing/
-- column sha256: SHA-256 of the delivered bytes, lower-case hex
-- column size_bytes: Size of the file
-- column received_at: When the delivery arrived, UTC
-- column delivery_status: accepted, or quarantined where nothing of it could be used
-- column contract_id: Landing contract that read it; empty when none fits
-- column cell_count: Cells that were read
-- column error_count: Findings of severity error, those held against other deliveries included
-- column warning_count: Findings of severity warning, likewise
select
    delivery.delivery_id,
    delivery.source_code,
    delivery.landing_file,
    delivery.sha256,
    delivery.size_bytes,
    delivery.received_at,
    delivery.delivery_status,
    delivery.contract_id,
    delivery.cell_count,
    coalesce(found.error_count, 0)::integer as error_count,
    coalesce(found.warning_count, 0)::integer as warning_count
from stg.delivery as delivery
left join (
    select
        delivery_id,
        count(*) filter (severity = 'error') as error_count,
        count(*) filter (severity = 'warning') as warning_count
    from mart.rpt_finding
    group by delivery_id
) as found on found.delivery_id = delivery.delivery_id
