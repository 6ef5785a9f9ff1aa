-- grain: One row per scorecard x year x org unit, as rpt_ranking
-- key: scorecard_code, reference_year, org_unit_id
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the sentence is about
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column sentence_vi: Rank of N, change since the year before and what made it, in Vietnamese; parts in places, rounded to one decimal so that they add up
-- column sentence_en: The same in English
-- column is_synthetic: True for made-up data, false for real figures
select
    sentence.scorecard_code,
    sentence.reference_year,
    cast(sentence.reference_year as varchar) as year,
    sentence.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    sentence.sentence_vi,
    sentence.sentence_en,
    sentence.is_synthetic
from stg.summary_sentence as sentence
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = sentence.scorecard_code
    and ranking.reference_year = sentence.reference_year
    and ranking.period_code = sentence.period_code
    and ranking.org_unit_id = sentence.org_unit_id
