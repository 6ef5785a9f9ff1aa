-- grain: One row per scorecard x rubric x criterion
-- key: scorecard_code, rubric_year, criterion_code
-- materialized: view
-- column scorecard_code: Scorecard, such as pci
-- column rubric_year: Year of the rubric
-- column rubric_code: Rules of the year; years with equal rules share it
-- column rubric_hash: SHA-256 of the rubric file, lower-case hex
-- column criterion_code: Criterion of the rubric
-- column criterion_order: Place of the criterion in the rubric, from 1
-- column criterion_name_vi: Name in Vietnamese
-- column criterion_name_en: Name in English
-- column metric_code: Metric that the criterion reads
-- column scoring_rule: How points follow from the value, such as weighted
-- column weight: Points per unit of the metric, for rules with a weight
-- column max_points: Points attainable; empty without a maximum
-- column section_code: Section of the rubric; empty without sections
-- column section_name_vi: Section in Vietnamese; empty without sections
-- column section_name_en: Section in English; empty without sections
-- column is_counted: False for a line that only feeds other criteria
-- column is_bonus: True for points on top of what is attainable
-- column rubric_version: 1, or more after a published rubric was corrected
-- column decision_number: Number of the decision that set the rubric
-- column source: How the rules are known
-- column is_synthetic: True for made-up data, false for real figures
select
    scorecard_code,
    rubric_year,
    rubric_code,
    rubric_hash,
    criterion_code,
    criterion_order,
    criterion_name_vi,
    criterion_name_en,
    metric_code,
    scoring_rule,
    weight,
    max_points,
    section_code,
    section_name_vi,
    section_name_en,
    is_counted,
    is_bonus,
    rubric_version,
    decision_number,
    source,
    is_synthetic
from stg.criterion
