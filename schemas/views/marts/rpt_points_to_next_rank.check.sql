select 'the next place is not better, or takes nothing' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, rank, next_rank, points_needed) as found
from mart.rpt_points_to_next_rank
where next_rank >= rank or points_needed <= 0
union all
select 'no unit holds the total that the next place takes' as problem,
    concat_ws(' ', next.scorecard_code, next.reference_year, next.org_unit_id) as found
from (
    select distinct scorecard_code, reference_year, org_unit_id, points_needed
    from mart.rpt_points_to_next_rank
) as next
join mart.rpt_ranking as mine using (scorecard_code, reference_year, org_unit_id)
left join mart.rpt_ranking as other
    on other.scorecard_code = next.scorecard_code
    and other.reference_year = next.reference_year
    and other.total_points = mine.total_points + next.points_needed
where other.org_unit_id is null
union all
select 'a criterion has no name' as problem,
    concat_ws(' ', scorecard_code, reference_year, criterion_code) as found
from mart.rpt_points_to_next_rank
where criterion_name_vi is null
