-- grain: One row per scorecard x year x org unit x criterion: the rows behind rpt_ranking
-- key: scorecard_code, reference_year, org_unit_id, criterion_code
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column criterion_code: Criterion of the rubric
-- column criterion_name_vi: Name of the criterion in Vietnamese
-- column criterion_name_en: Name of the criterion in English
-- column criterion_order: Place of the criterion in the rubric, from 1
-- column points: Points earned, exact; empty when a value is missing
-- column max_points: Points attainable for the criterion; empty without a maximum
-- column points_share: Points as a share of the points attainable, 0 to 1
-- column criterion_rank: Place of the org unit by the points of this criterion, 1 is best, ties share the better place
-- column is_synthetic: True for made-up data, false for real figures
select
    score.scorecard_code,
    score.reference_year,
    cast(score.reference_year as varchar) as year,
    score.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    score.criterion_code,
    criterion.criterion_name_vi,
    criterion.criterion_name_en,
    criterion.criterion_order,
    score.points,
    score.max_points,
    score.points / nullif(score.max_points, 0) as points_share,
    case
        when score.points is not null
            then cast(
                rank() over (
                    partition by score.scorecard_code, score.reference_year, score.criterion_code
                    order by score.points desc nulls last
                ) as integer
            )
    end as criterion_rank,
    score.is_synthetic
from mart.fct_score as score
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = score.scorecard_code
    and ranking.reference_year = score.reference_year
    and ranking.period_code = score.period_code
    and ranking.org_unit_id = score.org_unit_id
    and ranking.stage_code = score.stage_code
    and ranking.boundary_vintage = score.boundary_vintage
    and ranking.rubric_code is not distinct from score.rubric_code
    and ranking.rubric_year is not distinct from score.rubric_year
left join mart.dim_criterion as criterion
    on criterion.scorecard_code = score.scorecard_code
    and criterion.rubric_year = score.rubric_year
    and criterion.criterion_code = score.criterion_code
