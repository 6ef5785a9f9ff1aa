-- Half a point each is the most that the rounding of two totals can take away or add.
select 'the changes of the criteria do not add up to the change of the total' as problem,
    concat_ws(' ', changed.scorecard_code, changed.reference_year, changed.org_unit_id, changed.points_change) as found
from (
    select scorecard_code, reference_year, org_unit_id, compared_rubric_code, sum(points_change) as points_change
    from mart.rpt_criterion_change
    group by scorecard_code, reference_year, org_unit_id, compared_rubric_code
) as changed
join mart.fct_rank as later
    on later.scorecard_code = changed.scorecard_code
    and later.reference_year = changed.reference_year
    and later.org_unit_id = changed.org_unit_id
    and later.rubric_code = changed.compared_rubric_code
join mart.fct_rank as earlier
    on earlier.scorecard_code = changed.scorecard_code
    and earlier.reference_year = changed.reference_year - 1
    and earlier.org_unit_id = changed.org_unit_id
    and earlier.rubric_code = changed.compared_rubric_code
where later.period_code = 'Y' and later.stage_code = 'final' and later.boundary_vintage = 'as-was'
    and earlier.period_code = 'Y' and earlier.stage_code = 'final' and earlier.boundary_vintage = 'as-was'
    and abs(later.total_points - earlier.total_points - changed.points_change) > 1
union all
select 'a unit is compared by two sets of rules' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id) as found
from mart.rpt_criterion_change
group by scorecard_code, reference_year, org_unit_id
having count(distinct compared_rubric_code) > 1
