-- grain: One row per scorecard x year x org unit that has a better place above it x criterion: what the next place would take, there alone, all else as it is
-- key: scorecard_code, reference_year, org_unit_id, criterion_code
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column rank: Place of the org unit
-- column next_rank: Place that it would share by earning the points needed
-- column points_needed: Points from its total to the lowest total above it
-- column criterion_code: Criterion by which to earn them
-- column criterion_name_vi: Name of the criterion in Vietnamese
-- column criterion_name_en: Name of the criterion in English
-- column points: Points earned there now
-- column headroom_points: Points from there to the most that the criterion can give; empty where that has no bound
-- column is_enough: The headroom covers the points needed; empty where it has no bound
-- column metric_code: Metric that the criterion reads; empty where it reads none or several
-- column metric_value: Value of the metric now
-- column metric_value_needed: Nearest value, at the decimals of the year's values, that gives the points by the scoring rule; empty where none does, or the points do not follow one value of the unit alone
-- column units_already_there: How many ranked units have a value at least as good
-- column headroom_share: Points needed as a share of the headroom; above 1 the criterion alone cannot give them
-- column cost_order: 1 for the criterion of whose headroom the smallest share is needed
-- column is_synthetic: True for made-up data, false for real figures
select
    next.scorecard_code,
    next.reference_year,
    cast(next.reference_year as varchar) as year,
    next.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    ranking.rank,
    next.next_rank,
    next.points_needed,
    next.criterion_code,
    criterion.criterion_name_vi,
    criterion.criterion_name_en,
    next.points,
    next.headroom_points,
    next.headroom_points >= next.points_needed as is_enough,
    next.metric_code,
    next.metric_value,
    next.metric_value_needed,
    next.units_already_there,
    next.headroom_share,
    next.cost_order,
    next.is_synthetic
from stg.next_rank as next
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = next.scorecard_code
    and ranking.reference_year = next.reference_year
    and ranking.period_code = next.period_code
    and ranking.org_unit_id = next.org_unit_id
left join mart.dim_criterion as criterion
    on criterion.scorecard_code = next.scorecard_code
    and criterion.rubric_year = next.reference_year
    and criterion.criterion_code = next.criterion_code
