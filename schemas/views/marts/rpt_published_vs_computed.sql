-- grain: One row per scorecard x year x org unit x measure where the publisher and we differ, by the year's own rubric
-- key: scorecard_code, reference_year, org_unit_id, measure_code
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column measure_code: score (in points) or rank (a place)
-- column published_value: The publisher's value, in points or as a place
-- column computed_value: Our value by the year's own rubric, in points or as a place
-- column difference: Computed minus published, in points or places
-- column reason_code: PUBLISHER_BROKE_TIE, PUBLISHER_MISORDERED or ROUNDED_IN_SOURCE
-- column is_synthetic: True for made-up data, false for real figures
select
    difference.scorecard_code,
    difference.reference_year,
    cast(difference.reference_year as varchar) as year,
    difference.org_unit_id,
    ranking.org_unit_name_vi,
    difference.measure_code,
    difference.published_value,
    difference.computed_value,
    difference.difference,
    difference.reason_code,
    ranking.is_synthetic
from stg.difference as difference
left join mart.rpt_ranking as ranking
    on ranking.scorecard_code = difference.scorecard_code
    and ranking.reference_year = difference.reference_year
    and ranking.org_unit_id = difference.org_unit_id
