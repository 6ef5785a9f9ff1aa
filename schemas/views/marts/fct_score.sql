-- grain: One row per scorecard x year x period x org unit x stage x boundary vintage x rubric x criterion
-- key: scorecard_code, reference_year, period_code, org_unit_id, stage_code, boundary_vintage, rubric_code, rubric_year, rubric_hash, criterion_code
-- materialized: view
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the value is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column stage_code: self, confirmed or final
-- column boundary_vintage: Map of org units: as-was, or the date of another map
-- column rubric_code: Rules applied; years with equal rules share it
-- column rubric_year: Year of the rubric file applied
-- column rubric_hash: SHA-256 of the rubric file, lower-case hex
-- column criterion_code: Criterion of the rubric
-- column metric_code: Metric that the criterion reads
-- column metric_value: Value of the metric in its unit of measure; empty when missing
-- column points: Points earned, exact; empty when a value is missing
-- column max_points: Points attainable for the criterion; empty without a maximum
-- column is_synthetic: True for made-up data, false for real figures
select
    scorecard_code,
    reference_year,
    period_code,
    org_unit_id,
    stage_code,
    boundary_vintage,
    rubric_code,
    rubric_year,
    rubric_hash,
    criterion_code,
    metric_code,
    metric_value,
    points,
    max_points,
    is_synthetic
from stg.score
