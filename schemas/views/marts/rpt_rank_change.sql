-- grain: One row per scorecard x year x org unit x factor: what moved its rank since the year before; the effects of a unit and year add up to its rank change. No rows where the unit has no rank in one of the two years, or no rules apply to both
-- key: scorecard_code, reference_year, org_unit_id, factor_code
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: The later of the two years
-- column year: Reference year as text, for axes that keep years apart
-- column from_year: The earlier of the two years
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column previous_rank: Rank in the year before
-- column rank: Rank in the year
-- column rank_change: Places climbed since the year before (negative: fell)
-- column factor_code: own, others, rubric, map or participation
-- column factor_name_vi: Name of the factor in Vietnamese
-- column factor_name_en: Name of the factor in English
-- column factor_order: Place of the factor in that list, from 1
-- column rank_effect: Places that the factor moved the unit, positive: up
-- column rank_effect_fraction: The same as an exact fraction in lowest terms
-- column order_count: Over how many orders of the factors the effect is the average: those whose every state can be computed
-- column order_of: How many orders there are
-- column order_rule: Why the other orders are left out; empty when none is
-- column is_synthetic: True for made-up data, false for real figures
select
    effect.scorecard_code,
    effect.reference_year,
    cast(effect.reference_year as varchar) as year,
    effect.from_year,
    effect.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    ranking.previous_rank,
    ranking.rank,
    ranking.rank_change,
    effect.factor_code,
    factor.name_vi as factor_name_vi,
    factor.name_en as factor_name_en,
    effect.factor_order,
    effect.rank_effect,
    effect.rank_effect_fraction,
    effect.order_count,
    effect.order_of,
    effect.order_rule,
    effect.is_synthetic
from stg.rank_effect as effect
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = effect.scorecard_code
    and ranking.reference_year = effect.reference_year
    and ranking.period_code = effect.period_code
    and ranking.org_unit_id = effect.org_unit_id
left join mart.dim_code as factor
    on factor.list_code = 'rank_factor'
    and factor.code = effect.factor_code
