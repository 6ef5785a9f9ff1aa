-- grain: One row per result ever delivered by a publisher: scorecard x reference year x period x org unit x stage x source x delivery
-- key: scorecard_code, reference_year, period_code, org_unit_id, stage_code, source_code, delivery_id
-- materialized: view
-- column scorecard_code: Scorecard
-- column reference_year: Year that the result is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_id: Identity of the org unit
-- column stage_code: self, confirmed or final
-- column source_code: Organisation that delivered it, a folder name under landing/
-- column published_points: Score as the publisher gave it
-- column published_rank: Rank as the publisher gave it
-- column published_rating: Rating as the publisher gave it
-- column points_cell_ref: Cell of the score: Sheet!B17, in CSV B17
-- column rank_cell_ref: Cell of the rank
-- column rating_cell_ref: Cell of the rating
-- column data_vintage: preliminary or official, for this period
-- column received_at: When the delivery arrived, UTC
-- column delivery_id: Delivery, see dim_delivery
-- column sha256: SHA-256 of the delivered bytes, lower-case hex
-- column landing_file: Path of the delivered file below landing/
-- column superseded_at: When a newer result of the same key arrived, UTC; empty while this is the newest
select
    scorecard_code,
    reference_year,
    period_code,
    org_unit_id,
    stage_code,
    source_code,
    published_points,
    published_rank,
    published_rating,
    points_cell_ref,
    rank_cell_ref,
    rating_cell_ref,
    data_vintage,
    received_at,
    delivery_id,
    sha256,
    landing_file,
    superseded_at
from (
    from stg.published_result
    union all by name
    from stg.published_result_superseded
)
