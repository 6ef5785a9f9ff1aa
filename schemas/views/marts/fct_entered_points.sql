-- grain: One row per entry ever delivered: scorecard x reference year x period x org unit x stage x criterion x delivery
-- key: scorecard_code, reference_year, period_code, org_unit_id, stage_code, criterion_code, delivery_id
-- materialized: view
-- column scorecard_code: Scorecard, such as justice-province
-- column reference_year: Year that the points are about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column stage_code: self, confirmed or final
-- column criterion_code: Criterion of the rubric
-- column entered_points: Points as the assessor entered them, in points of the rubric
-- column value_as_delivered: Text of the cell
-- column data_vintage: preliminary or official, for this period
-- column source_code: Organisation that delivered it, a folder name under landing/
-- column received_at: When the delivery arrived, UTC
-- column delivery_id: Delivery, see table delivery; sorts by time of arrival
-- column sha256: SHA-256 of the delivered bytes, lower-case hex
-- column landing_file: Path of the delivered file below landing/
-- column cell_ref: Cell that the points stand in: Sheet!B17, in CSV B17
-- column superseded_at: When newer points of the same key arrived, UTC; empty while these are the newest
select
    scorecard_code,
    reference_year,
    period_code,
    org_unit_id,
    stage_code,
    criterion_code,
    entered_points,
    value_as_delivered,
    data_vintage,
    source_code,
    received_at,
    delivery_id,
    sha256,
    landing_file,
    cell_ref,
    superseded_at
from (
    from stg.entered_points
    union all by name
    from stg.entered_points_superseded
)
