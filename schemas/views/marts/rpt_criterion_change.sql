-- grain: One row per scorecard x year x org unit x criterion: what it added to the change of the unit's points since the year before, both years under one set of rules. No rows where no rules of the two years apply to both
-- key: scorecard_code, reference_year, org_unit_id, criterion_code
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: The later of the two years
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column compared_rubric_code: Rules by which both years are scored here: those of the later year where they apply to the year before, else those of the year before
-- column criterion_code: Criterion of those rules
-- column criterion_name_vi: Name of the criterion in Vietnamese
-- column criterion_name_en: Name of the criterion in English
-- column criterion_order: Place of the criterion in the rubric, from 1
-- column previous_points: Points of the year before by those rules
-- column points: Points of the year by those rules
-- column points_change: Points minus previous points; over the criteria it adds up to the change of the total before its rounding
-- column max_points: Points attainable for the criterion by those rules
-- column total_share_change: Points change as a share of the points attainable in total; over the criteria it adds up to the change of the unit's share of the maximum
-- column change_order: Place of the criterion by the size of its change, 1 moved the unit most
-- column is_synthetic: True for made-up data, false for real figures
with ranked as (
    select scorecard_code, reference_year, org_unit_id, rubric_code, rubric_year, max_points as total_max_points,
        rubric_year = reference_year as is_own
    from mart.fct_rank
    where period_code = 'Y'
        and stage_code = 'final'
        and boundary_vintage = 'as-was'
        and computed_rank is not null
),

rules as (
    select
        later.scorecard_code,
        later.reference_year,
        later.org_unit_id,
        later.rubric_code,
        later.rubric_year,
        earlier.rubric_year as earlier_rubric_year,
        later.total_max_points
    from ranked as later
    join ranked as earlier
        on earlier.scorecard_code = later.scorecard_code
        and earlier.org_unit_id = later.org_unit_id
        and earlier.rubric_code = later.rubric_code
        and earlier.reference_year = later.reference_year - 1
    where later.is_own or earlier.is_own
    qualify row_number() over (
        partition by later.scorecard_code, later.reference_year, later.org_unit_id order by later.is_own desc
    ) = 1
),

score as (
    select *
    from mart.fct_score
    where period_code = 'Y'
        and stage_code = 'final'
        and boundary_vintage = 'as-was'
)

select
    rules.scorecard_code,
    rules.reference_year,
    cast(rules.reference_year as varchar) as year,
    rules.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    rules.rubric_code as compared_rubric_code,
    later.criterion_code,
    criterion.criterion_name_vi,
    criterion.criterion_name_en,
    criterion.criterion_order,
    earlier.points as previous_points,
    later.points,
    later.points - earlier.points as points_change,
    later.max_points,
    cast(later.points - earlier.points as double) / nullif(cast(rules.total_max_points as double), 0)
        as total_share_change,
    cast(
        row_number() over (
            partition by rules.scorecard_code, rules.reference_year, rules.org_unit_id
            order by abs(later.points - earlier.points) desc, criterion.criterion_order, later.criterion_code
        ) as integer
    ) as change_order,
    later.is_synthetic
from rules
join score as later
    on later.scorecard_code = rules.scorecard_code
    and later.reference_year = rules.reference_year
    and later.org_unit_id = rules.org_unit_id
    and later.rubric_code = rules.rubric_code
    and later.rubric_year = rules.rubric_year
join score as earlier
    on earlier.scorecard_code = rules.scorecard_code
    and earlier.reference_year = rules.reference_year - 1
    and earlier.org_unit_id = rules.org_unit_id
    and earlier.rubric_code = rules.rubric_code
    and earlier.rubric_year = rules.earlier_rubric_year
    and earlier.criterion_code = later.criterion_code
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = rules.scorecard_code
    and ranking.reference_year = rules.reference_year
    and ranking.org_unit_id = rules.org_unit_id
join mart.dim_criterion as criterion
    on criterion.scorecard_code = later.scorecard_code
    and criterion.rubric_year = later.rubric_year
    and criterion.criterion_code = later.criterion_code
    and criterion.is_counted
