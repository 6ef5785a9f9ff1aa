-- grain: One row per source x form x org unit level x year x period: who delivered in time, late or nothing
-- key: source_code, form_kind, form_code, org_unit_level_code, reference_year, period_code
-- materialized: table
-- column source_code: Organisation that delivers the form; empty where nothing of it ever arrived
-- column form_kind: scorecard or contract, as in rpt_completeness
-- column form_code: Scorecard, or landing contract
-- column org_unit_level_code: country, region, province, district or commune
-- column reference_year: Year that the values are about
-- column year: Reference year as text, for axes that keep years apart
-- column period_code: Part of the year: Y whole year, H1 first half
-- column due_on: Deadline of the calendar, of the vintage delivered last; of a silent form the last deadline; empty without one
-- column unit_count: Number of org units that are expected
-- column in_time_count: Number of them whose newest values arrived by the deadline; empty without a deadline
-- column late_count: Number of them whose newest values arrived after it; empty without a deadline
-- column silent_count: Number of them without any value
-- column is_overdue: True when the deadline is past and an org unit is silent
-- column in_time_share: In time as a share of all that are expected, 0 to 1; empty without a deadline
-- column median_days_late: Median days late of those that delivered, 0 in time; empty without a deadline
-- column max_days_late: Days late of the latest; empty without a deadline
-- column silent_units: Names of the first ten silent org units, in Vietnamese order; an ellipsis stands for more
with vintages as (
    select distinct
        fact.source_code,
        delivery.contract_id,
        unit.org_unit_level_code,
        fact.reference_year,
        fact.period_code,
        fact.data_vintage
    from stg.observation as fact
    join stg.delivery as delivery on delivery.delivery_id = fact.delivery_id
    join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
),

deadlines as (
    select
        form.source_code,
        form.form_kind,
        form.form_code,
        form.org_unit_level_code,
        form.reference_year,
        form.period_code,
        coalesce(
            max(make_date(form.reference_year + due.due_year_offset, due.due_month, due.due_day))
                filter (where vintage.data_vintage is not null),
            max(make_date(form.reference_year + due.due_year_offset, due.due_month, due.due_day))
        ) as due_on
    from (
        select distinct source_code, form_kind, form_code, org_unit_level_code, reference_year, period_code
        from mart.rpt_completeness
    ) as form
    join stg.due_date as due
        on due.source_code = form.source_code
        and due.org_unit_level_code = form.org_unit_level_code
        and due.period_code = form.period_code
        and form.reference_year between due.from_year and due.until_year
    left join vintages as vintage
        on vintage.source_code = form.source_code
        and (vintage.contract_id = form.form_code or form.form_kind = 'scorecard')
        and vintage.org_unit_level_code = form.org_unit_level_code
        and vintage.reference_year = form.reference_year
        and vintage.period_code = form.period_code
        and vintage.data_vintage = due.data_vintage
    group by all
),

counted as (
    select
        source_code,
        form_kind,
        form_code,
        org_unit_level_code,
        reference_year,
        period_code,
        count(*) as unit_count,
        count(*) filter (where days_late = 0) as in_time_count,
        count(*) filter (where days_late > 0) as late_count,
        count(*) filter (where received_count = 0) as silent_count,
        median(days_late) as median_days_late,
        max(days_late) as max_days_late,
        list(org_unit_name_vi order by org_unit_sort, org_unit_id) filter (where received_count = 0) as silent_names
    from mart.rpt_completeness
    where expected_count > 0
    group by all
)

select
    form.source_code,
    form.form_kind,
    form.form_code,
    form.org_unit_level_code,
    form.reference_year,
    cast(form.reference_year as varchar) as year,
    form.period_code,
    deadline.due_on,
    cast(form.unit_count as integer) as unit_count,
    cast(case when deadline.due_on is not null then form.in_time_count end as integer) as in_time_count,
    cast(case when deadline.due_on is not null then form.late_count end as integer) as late_count,
    cast(form.silent_count as integer) as silent_count,
    form.silent_count > 0 and coalesce(deadline.due_on < release.published_on, false) as is_overdue,
    case when deadline.due_on is not null then form.in_time_count / form.unit_count end as in_time_share,
    form.median_days_late,
    cast(form.max_days_late as integer) as max_days_late,
    coalesce(
        array_to_string(list_slice(form.silent_names, 1, 10), ', ')
            || case when form.silent_count > 10 then ', ...' else '' end,
        ''
    ) as silent_units
from counted as form
cross join stg.release as release
left join deadlines as deadline
    on deadline.source_code = form.source_code
    and deadline.form_kind = form.form_kind
    and deadline.form_code = form.form_code
    and deadline.org_unit_level_code = form.org_unit_level_code
    and deadline.reference_year = form.reference_year
    and deadline.period_code = form.period_code
