-- grain: One row per scorecard x pair of rubric codes x criterion: what became of it
-- key: scorecard_code, from_rubric_code, to_rubric_code, from_criterion_code, to_criterion_code
-- materialized: view
-- column scorecard_code: Scorecard, such as pci
-- column from_rubric_code: Rules compared: the earlier
-- column from_criterion_code: Criterion of the earlier rules; empty where the later rules brought it
-- column from_criterion_name_vi: Its name in Vietnamese
-- column from_criterion_name_en: Its name in English
-- column to_rubric_code: Rules compared: the later
-- column to_criterion_code: Criterion of the later rules; empty where they dropped it
-- column to_criterion_name_vi: Its name in Vietnamese
-- column to_criterion_name_en: Its name in English
-- column relation: same, renamed, changed (it measures another thing, or in another way) or broken (no counterpart)
-- column certainty: verified, memory or judgement
-- column source: Where this fact comes from
-- column note: What differs
with criterion as (
    select scorecard_code, rubric_code, criterion_code, criterion_name_vi, criterion_name_en
    from mart.dim_criterion
    qualify row_number() over (
        partition by scorecard_code, rubric_code, criterion_code order by rubric_year
    ) = 1
)

select
    crosswalk.scorecard_code,
    crosswalk.from_rubric_code,
    crosswalk.from_criterion_code,
    earlier.criterion_name_vi as from_criterion_name_vi,
    earlier.criterion_name_en as from_criterion_name_en,
    crosswalk.to_rubric_code,
    crosswalk.to_criterion_code,
    later.criterion_name_vi as to_criterion_name_vi,
    later.criterion_name_en as to_criterion_name_en,
    crosswalk.relation,
    crosswalk.certainty,
    crosswalk.source,
    crosswalk.note
from stg.criterion_crosswalk as crosswalk
left join criterion as earlier
    on earlier.scorecard_code = crosswalk.scorecard_code
    and earlier.rubric_code = crosswalk.from_rubric_code
    and earlier.criterion_code = crosswalk.from_criterion_code
left join criterion as later
    on later.scorecard_code = crosswalk.scorecard_code
    and later.rubric_code = crosswalk.to_rubric_code
    and later.criterion_code = crosswalk.to_criterion_code
