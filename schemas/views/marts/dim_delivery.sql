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
-- column error_count: Findings that block something
-- column warning_count: Findings that block nothing
select
    delivery_id,
    source_code,
    landing_file,
    sha256,
    size_bytes,
    received_at,
    delivery_status,
    contract_id,
    cell_count,
    error_count,
    warning_count
from stg.delivery
