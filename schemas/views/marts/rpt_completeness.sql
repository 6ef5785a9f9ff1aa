-- grain: One row per source x form x org unit x year x period
-- key: source_code, form_kind, form_code, org_unit_id, reference_year, period_code
-- materialized: table
-- column source_code: Organisation that delivers the form; empty where nothing of it ever arrived
-- column form_kind: scorecard (what its rubric asks of each participant) or contract (what a landing contract read and no scorecard asks for)
-- column form_code: Scorecard, or landing contract
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column org_unit_level_code: country, region, province, district or commune
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column period_code: Part of the year: Y whole year, H1 first half
-- column expected_count: Number of values expected: metrics of the rubric and its criteria whose points are entered (or one published result in a year without rubric); for a contract, metrics that it read for that level and period, less those that do not apply to the unit
-- column received_count: Number of those that arrived with a value
-- column completeness_share: Received as a share of expected, 0 to 1
-- column days_late: Days from the deadline of their vintage to the arrival of the newest values, 0 in time; empty without a value or a calendar
with asked as (
    select distinct scorecard_code, rubric_year as reference_year, metric_code
    from mart.dim_criterion
    where metric_code is not null
),

deliveries_of_metric as (
    select metric_code, source_code, count(*) as value_count
    from stg.observation
    group by metric_code, source_code
),

suppliers as (
    select metric_code, first(source_code order by value_count desc, source_code) as source_code
    from deliveries_of_metric
    group by metric_code
),

-- Nobody delivers what is computed from other metrics: these are what must come.
asked_of_sources as (
    select distinct
        asked.scorecard_code,
        asked.reference_year,
        coalesce(part.part_metric_code, asked.metric_code) as metric_code
    from asked
    left join suppliers on suppliers.metric_code = asked.metric_code
    left join stg.derived_metric_part as part
        on part.metric_code = asked.metric_code
        and suppliers.metric_code is null
),

publishers as (
    select scorecard_code, min(source_code) as source_code
    from stg.published_result
    group by scorecard_code
),

-- Criteria whose points an assessor enters are asked of each participant too, at whatever stage they come first.
entered as (
    select scorecard_code, reference_year, org_unit_id, min(source_code) as source_code,
        count(distinct criterion_code) filter (entered_points is not null) as received_count
    from stg.entered_points
    where period_code = 'Y'
    group by scorecard_code, reference_year, org_unit_id
),

entry_source as (
    select scorecard_code, min(source_code) as source_code
    from entered
    group by scorecard_code
),

to_enter as (
    select scorecard_code, rubric_year as reference_year, count(distinct criterion_code) as expected_count
    from mart.dim_criterion
    where scoring_rule = 'entered'
    group by scorecard_code, rubric_year
),

by_metric as (
    select
        coalesce(suppliers.source_code, publishers.source_code) as source_code,
        participant.scorecard_code,
        participant.org_unit_id,
        participant.reference_year,
        count(*) as expected_count,
        count(fact.value) as received_count
    from stg.participant as participant
    join asked_of_sources as asked
        on asked.scorecard_code = participant.scorecard_code
        and asked.reference_year = participant.reference_year
    left join suppliers on suppliers.metric_code = asked.metric_code
    left join publishers on publishers.scorecard_code = participant.scorecard_code
    left join mart.fct_observation as fact
        on fact.metric_code = asked.metric_code
        and fact.org_unit_id = participant.org_unit_id
        and fact.reference_year = participant.reference_year
        and fact.period_code = 'Y'
    group by all
),

by_entry as (
    select
        coalesce(entered.source_code, entry_source.source_code, publishers.source_code) as source_code,
        participant.scorecard_code,
        participant.org_unit_id,
        participant.reference_year,
        to_enter.expected_count,
        least(coalesce(entered.received_count, 0), to_enter.expected_count) as received_count
    from stg.participant as participant
    join to_enter
        on to_enter.scorecard_code = participant.scorecard_code
        and to_enter.reference_year = participant.reference_year
    left join entered
        on entered.scorecard_code = participant.scorecard_code
        and entered.reference_year = participant.reference_year
        and entered.org_unit_id = participant.org_unit_id
    left join entry_source on entry_source.scorecard_code = participant.scorecard_code
    left join publishers on publishers.scorecard_code = participant.scorecard_code
),

by_rubric as (
    select source_code, scorecard_code, org_unit_id, reference_year,
        sum(expected_count) as expected_count, sum(received_count) as received_count
    from (from by_metric union all by name from by_entry)
    group by source_code, scorecard_code, org_unit_id, reference_year
),

by_publisher as (
    select
        publishers.source_code,
        participant.scorecard_code,
        participant.org_unit_id,
        participant.reference_year,
        1 as expected_count,
        max(case when coalesce(result.published_points, result.published_rank) is null then 0 else 1 end)
            as received_count
    from stg.participant as participant
    left join publishers on publishers.scorecard_code = participant.scorecard_code
    left join stg.published_result as result
        on result.scorecard_code = participant.scorecard_code
        and result.org_unit_id = participant.org_unit_id
        and result.reference_year = participant.reference_year
        and result.period_code = 'Y'
    where not exists (
        select asked.scorecard_code
        from asked
        where asked.scorecard_code = participant.scorecard_code
            and asked.reference_year = participant.reference_year
    ) and not exists (
        from to_enter
        where to_enter.scorecard_code = participant.scorecard_code
            and to_enter.reference_year = participant.reference_year
    )
    group by all
),

unasked as (
    select
        fact.source_code,
        delivery.contract_id,
        fact.metric_code,
        fact.org_unit_id,
        fact.reference_year,
        fact.period_code,
        fact.period_start_on,
        fact.period_end_on,
        member.org_unit_level_code,
        member.parent_org_unit_id,
        fact.value is not null as is_received,
        fact.observation_status in ('not_applicable', 'not_collected') as is_not_due
    from stg.observation as fact
    join stg.delivery as delivery on delivery.delivery_id = fact.delivery_id
    join mart.dim_org_unit_period as member
        on member.org_unit_id = fact.org_unit_id
        and member.reference_year = fact.reference_year
        and member.period_code = fact.period_code
        and member.period_start_on = fact.period_start_on
        and member.period_end_on = fact.period_end_on
    where not exists (
        select asked.scorecard_code
        from asked
        where asked.metric_code = fact.metric_code
            and asked.reference_year = fact.reference_year
    )
),

forms as (
    select
        source_code,
        contract_id,
        reference_year,
        period_code,
        period_start_on,
        period_end_on,
        org_unit_level_code,
        count(distinct metric_code) as metric_count
    from unasked
    group by all
),

families as (
    select distinct
        source_code, contract_id, reference_year, period_code, org_unit_level_code, parent_org_unit_id
    from unasked
),

received as (
    select
        source_code,
        contract_id,
        reference_year,
        period_code,
        period_start_on,
        period_end_on,
        org_unit_id,
        count(*) filter (is_received) as received_count,
        count(*) filter (is_not_due) as not_due_count
    from unasked
    group by all
),

-- Expected of a contract: the units alive the whole period that share a parent with a unit it read. Countries have none.
who_takes_part as (
    select source_code, reference_year, org_unit_id from by_rubric
    union
    select source_code, reference_year, org_unit_id from by_publisher
),

by_contract as (
    select
        forms.source_code,
        forms.contract_id,
        member.org_unit_id,
        forms.reference_year,
        forms.period_code,
        sum(forms.metric_count - coalesce(received.not_due_count, 0)) as expected_count,
        sum(coalesce(received.received_count, 0)) as received_count
    from forms
    join mart.dim_org_unit_period as member
        on member.reference_year = forms.reference_year
        and member.period_code = forms.period_code
        and member.period_start_on = forms.period_start_on
        and member.period_end_on = forms.period_end_on
        and member.org_unit_level_code = forms.org_unit_level_code
    left join families
        on families.source_code = forms.source_code
        and families.contract_id is not distinct from forms.contract_id
        and families.reference_year = forms.reference_year
        and families.period_code = forms.period_code
        and families.org_unit_level_code = member.org_unit_level_code
        and families.parent_org_unit_id = member.parent_org_unit_id
    left join received
        on received.source_code = forms.source_code
        and received.contract_id is not distinct from forms.contract_id
        and received.reference_year = forms.reference_year
        and received.period_code = forms.period_code
        and received.period_start_on = forms.period_start_on
        and received.period_end_on = forms.period_end_on
        and received.org_unit_id = member.org_unit_id
    where received.org_unit_id is not null
        or (
            member.is_whole_period
            and families.source_code is not null
            and not exists (
                from who_takes_part
                where who_takes_part.source_code = forms.source_code
                    and who_takes_part.reference_year = forms.reference_year
            )
        )
        or exists (
            from who_takes_part
            where who_takes_part.source_code = forms.source_code
                and who_takes_part.reference_year = forms.reference_year
                and who_takes_part.org_unit_id = member.org_unit_id
        )
    group by all
),

in_time as (
    select
        fact.source_code,
        delivery.contract_id,
        fact.org_unit_id,
        fact.reference_year,
        fact.period_code,
        max(greatest(
            0,
            date_diff(
                'day',
                make_date(fact.reference_year + due.due_year_offset, due.due_month, due.due_day),
                delivery.received_on
            )
        )) as days_late
    from stg.observation as fact
    join stg.delivery as delivery on delivery.delivery_id = fact.delivery_id
    join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
    join stg.due_date as due
        on due.source_code = fact.source_code
        and due.org_unit_level_code = unit.org_unit_level_code
        and due.period_code = fact.period_code
        and due.data_vintage = fact.data_vintage
        and fact.reference_year between due.from_year and due.until_year
    where fact.value is not null
    group by all
),

in_time_of_all as (
    select source_code, org_unit_id, reference_year, period_code, max(days_late) as days_late
    from in_time
    group by all
),

every_form as (
    select source_code, 'scorecard' as form_kind, scorecard_code as form_code, org_unit_id, reference_year,
        'Y' as period_code, expected_count, received_count
    from by_rubric
    union all
    select source_code, 'scorecard', scorecard_code, org_unit_id, reference_year,
        'Y', expected_count, received_count
    from by_publisher
    union all
    select source_code, 'contract', contract_id, org_unit_id, reference_year,
        period_code, expected_count, received_count
    from by_contract
)

select
    form.source_code,
    form.form_kind,
    form.form_code,
    form.org_unit_id,
    unit.org_unit_name_vi,
    unit.org_unit_sort,
    unit.org_unit_level_code,
    form.reference_year,
    cast(form.reference_year as varchar) as year,
    form.period_code,
    cast(form.expected_count as integer) as expected_count,
    cast(form.received_count as integer) as received_count,
    form.received_count / nullif(form.expected_count, 0) as completeness_share,
    cast(
        case when form.received_count > 0 and form.form_kind = 'contract' then in_time.days_late
            when form.received_count > 0 then in_time_of_all.days_late
        end as integer
    ) as days_late
from every_form as form
left join in_time
    on in_time.source_code = form.source_code
    and in_time.contract_id = form.form_code
    and in_time.org_unit_id = form.org_unit_id
    and in_time.reference_year = form.reference_year
    and in_time.period_code = form.period_code
left join in_time_of_all
    on in_time_of_all.source_code = form.source_code
    and in_time_of_all.org_unit_id = form.org_unit_id
    and in_time_of_all.reference_year = form.reference_year
    and in_time_of_all.period_code = form.period_code
left join mart.dim_org_unit as unit on unit.org_unit_id = form.org_unit_id
