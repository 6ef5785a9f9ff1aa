-- grain: One row per value ever delivered: metric x org unit x reference year x period x vintage x delivery x cell
-- materialized: view
-- column metric_code: Metric, see table metric
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column reference_year: Year that the value is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column period_start_on: First day of the period
-- column period_end_on: Last day of the period
-- column data_vintage: preliminary or official, for this period
-- column value: Value in the metric's unit of measure; empty when the status says there is none
-- column value_as_delivered: Text of the cell as delivered
-- column observation_status: normal, estimated, missing, not_applicable, not_collected or withdrawn
-- column source_code: Organisation that delivered it, a folder name under landing/
-- column received_at: When the delivery arrived, UTC
-- column delivery_id: Delivery, see table delivery; sorts by time of arrival
-- column landing_file: Path of the delivered file below landing/
-- column cell_ref: Cell of the value: Sheet!B17, in CSV B17
-- column superseded_at: When a newer value of the same key arrived, UTC; empty while this is the newest
select
    metric_code,
    org_unit_id,
    reference_year,
    period_code,
    period_start_on,
    period_end_on,
    data_vintage,
    value,
    value_as_delivered,
    observation_status,
    source_code,
    received_at,
    delivery_id,
    landing_file,
    cell_ref,
    superseded_at
from stg.observation
union all
select
    metric_code,
    org_unit_id,
    reference_year,
    period_code,
    period_start_on,
    period_end_on,
    data_vintage,
    value,
    value_as_delivered,
    observation_status,
    source_code,
    received_at,
    delivery_id,
    landing_file,
    cell_ref,
    superseded_at
from stg.observation_superseded
