select 'org units in time, late and silent are more than there are' as problem,
    concat_ws(' ', form_kind, form_code, org_unit_level_code, reference_year, period_code) as found
from mart.rpt_timeliness
where in_time_count + late_count + silent_count > unit_count
union all
select 'days late without a deadline' as problem,
    concat_ws(' ', form_kind, form_code, org_unit_level_code, reference_year, period_code, max_days_late) as found
from mart.rpt_timeliness
where due_on is null and max_days_late is not null
