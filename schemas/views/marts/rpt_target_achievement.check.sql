select 'a year is outside the term of its target' as problem,
    concat_ws(' ', metric_code, org_unit_id, from_year, to_year, reference_year) as found
from mart.rpt_target_achievement
where reference_year not between from_year and to_year
union all
select 'a target is reached and something remains, or the other way round' as problem,
    concat_ws(' ', metric_code, org_unit_id, from_year, to_year, reference_year) as found
from mart.rpt_target_achievement
where is_reached is distinct from (remaining = 0)
