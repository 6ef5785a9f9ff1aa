select 'a difference between two stages does not lead from one to the other' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, criterion_code) as found
from mart.rpt_stage_comparison
where self_points + confirmed_difference_points + final_difference_points <> final_points
union all
select 'a criterion has no name' as problem,
    concat_ws(' ', scorecard_code, reference_year, criterion_code) as found
from mart.rpt_stage_comparison
where criterion_code is not null and criterion_name_vi is null
union all
select 'a place without a total, or a place of a criterion' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, criterion_code) as found
from mart.rpt_stage_comparison
where (self_rank is not null and (self_points is null or criterion_code is not null))
    or (confirmed_rank is not null and (confirmed_points is null or criterion_code is not null))
    or (final_rank is not null and (final_points is null or criterion_code is not null))
union all
select 'real and synthetic points meet in one scorecard and year' as problem,
    concat_ws(' ', scorecard_code, reference_year) as found
from mart.rpt_stage_comparison
group by scorecard_code, reference_year
having bool_or(is_synthetic) and not bool_and(is_synthetic)
