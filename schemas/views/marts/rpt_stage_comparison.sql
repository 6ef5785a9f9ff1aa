-- grain: One row per scorecard x reference year x org unit x criterion, and one for the total: points at each stage, where a unit has results at several
-- key: scorecard_code, reference_year, org_unit_id, criterion_code
-- materialized: table
-- column scorecard_code: Scorecard, such as justice-province
-- column reference_year: Year that the points are about
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column criterion_code: Criterion of the rubric; empty for the total
-- column criterion_name_vi: Name of the criterion in Vietnamese
-- column criterion_name_en: Name of the criterion in English
-- column criterion_order: Place of the criterion in the rubric, from 1; 0 for the total
-- column max_points: Points attainable; empty without a maximum
-- column self_points: Points that the org unit gave itself; empty when a value is missing
-- column confirmed_points: Points as the body between confirmed them; empty when a value is missing
-- column final_points: Points as the ranking body decided; empty when a value is missing
-- column confirmed_difference_points: Confirmed less self: what the body between added or took away
-- column final_difference_points: Final less confirmed, or less self where nothing was confirmed
-- column self_rank: Place by the totals of self-scores; empty for a criterion
-- column confirmed_rank: Place by the confirmed totals; empty for a criterion
-- column final_rank: Place by the final totals; empty for a criterion
-- column is_synthetic: True for made-up data, false for real figures
with lines as (
    select
        scorecard_code,
        reference_year,
        org_unit_id,
        rubric_year,
        stage_code,
        criterion_code,
        points,
        max_points,
        cast(null as integer) as computed_rank,
        is_synthetic
    from mart.fct_score
    where period_code = 'Y' and boundary_vintage = 'as-was' and rubric_year = reference_year
    union all
    select
        scorecard_code,
        reference_year,
        org_unit_id,
        rubric_year,
        stage_code,
        cast(null as varchar) as criterion_code,
        total_points as points,
        max_points,
        computed_rank,
        is_synthetic
    from mart.fct_rank
    where period_code = 'Y' and boundary_vintage = 'as-was' and rubric_year = reference_year
),

stages as (
    select
        scorecard_code,
        reference_year,
        org_unit_id,
        rubric_year,
        criterion_code,
        max(max_points) as max_points,
        max(points) filter (where stage_code = 'self') as self_points,
        max(points) filter (where stage_code = 'confirmed') as confirmed_points,
        max(points) filter (where stage_code = 'final') as final_points,
        max(computed_rank) filter (where stage_code = 'self') as self_rank,
        max(computed_rank) filter (where stage_code = 'confirmed') as confirmed_rank,
        max(computed_rank) filter (where stage_code = 'final') as final_rank,
        bool_or(is_synthetic) as is_synthetic
    from lines
    group by scorecard_code, reference_year, org_unit_id, rubric_year, criterion_code
    having count(distinct stage_code) > 1
)

select
    line.scorecard_code,
    line.reference_year,
    cast(line.reference_year as varchar) as year,
    line.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    line.criterion_code,
    criterion.criterion_name_vi,
    criterion.criterion_name_en,
    coalesce(criterion.criterion_order, 0) as criterion_order,
    line.max_points,
    line.self_points,
    line.confirmed_points,
    line.final_points,
    line.confirmed_points - line.self_points as confirmed_difference_points,
    line.final_points - coalesce(line.confirmed_points, line.self_points) as final_difference_points,
    line.self_rank,
    line.confirmed_rank,
    line.final_rank,
    line.is_synthetic
from stages as line
left join mart.rpt_ranking as ranking
    on ranking.scorecard_code = line.scorecard_code
    and ranking.reference_year = line.reference_year
    and ranking.org_unit_id = line.org_unit_id
left join mart.dim_criterion as criterion
    on criterion.scorecard_code = line.scorecard_code
    and criterion.rubric_year = line.rubric_year
    and criterion.criterion_code = line.criterion_code
