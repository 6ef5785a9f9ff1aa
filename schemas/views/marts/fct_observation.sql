-- grain: One row per metric x org unit x reference year x period: the newest value
-- key: metric_code, org_unit_id, reference_year, period_code
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
    received_at
from stg.observation
