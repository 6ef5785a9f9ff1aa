-- grain: One row per target x org unit x year of its term: where the metric stands on its way to the target. A target of a level has rows for each of its units that has a value in the term
-- key: metric_code, org_unit_id, from_year, to_year, reference_year
-- materialized: table
-- column plan_code: Plan that the target belongs to
-- column metric_code: Metric that is to reach the target
-- column metric_name_vi: Name of the metric in Vietnamese
-- column metric_name_en: Name of the metric in English
-- column unit_of_measure: Unit of measure of all values here
-- column direction: Which way is better: higher_is_better, lower_is_better or neutral
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column from_year: First year of the term
-- column to_year: Year at whose end the target is due
-- column reference_year: Year of the value
-- column year: Reference year as text, for axes that keep years apart
-- column first_value: Value of the first year of the term, where the way starts; empty without one and for a yearly target
-- column value: Value of the year
-- column target_value: Value to reach
-- column remaining: How far the value still has to go the good way; 0 when reached, empty for a neutral metric
-- column is_reached: The value is as good as the target or better; empty for a neutral metric
-- column way_share: Share of the way from the first value to the target that is done; above 1 beyond the target, below 0 further away than at the start; empty without a way
-- column pace_value: Where a straight line from the first value to the target would be at the end of the year; the target itself for a yearly target
-- column is_on_pace: The value is as good as the pace or better; empty for a neutral metric
-- column decision: Decision that set the target
-- column source: Where the target is from
-- column is_synthetic: True for a made-up target
with target as (
    select *
    from stg.metric_target
),

value as (
    select observation.metric_code, observation.org_unit_id, observation.reference_year,
        cast(observation.value as decimal(18, 9)) as value, unit.org_unit_level_code, unit.org_unit_name_vi,
        unit.org_unit_sort
    from mart.fct_observation as observation
    join mart.dim_org_unit as unit on unit.org_unit_id = observation.org_unit_id
    where observation.period_code = 'Y' and observation.value is not null
        and observation.metric_code in (select metric_code from target)
),

matched as (
    select target.*, value.org_unit_id as unit_id, value.org_unit_name_vi, value.org_unit_sort, value.reference_year,
        value.value
    from target
    join value
        on value.metric_code = target.metric_code
        and value.reference_year between target.from_year and target.to_year
        and (value.org_unit_id = target.org_unit_id or value.org_unit_level_code = target.org_unit_level_code)
    qualify row_number() over (
        partition by target.metric_code, value.org_unit_id, target.from_year, target.to_year, value.reference_year
        order by target.org_unit_id is null
    ) = 1
),

started as (
    select matched.*, metric.metric_name_vi, metric.metric_name_en, metric.unit_of_measure, metric.direction,
        case metric.direction when 'higher_is_better' then 1 when 'lower_is_better' then -1 end as good_way,
        first.value as first_value
    from matched
    join mart.dim_metric as metric on metric.metric_code = matched.metric_code
    left join value as first
        on first.metric_code = matched.metric_code
        and first.org_unit_id = matched.unit_id
        and first.reference_year = matched.from_year
        and matched.from_year < matched.to_year
),

paced as (
    select *,
        case
            when from_year = to_year then target_value
            else first_value + (target_value - first_value) * (reference_year - from_year) / (to_year - from_year)
        end as pace_value
    from started
)

select
    plan_code,
    metric_code,
    metric_name_vi,
    metric_name_en,
    unit_of_measure,
    direction,
    unit_id as org_unit_id,
    org_unit_name_vi,
    org_unit_sort,
    from_year,
    to_year,
    reference_year,
    cast(reference_year as varchar) as year,
    first_value,
    value,
    target_value,
    case when good_way is not null then greatest(0, good_way * (target_value - value)) end as remaining,
    good_way * (value - target_value) >= 0 as is_reached,
    cast((value - first_value) * sign(target_value - first_value) as double)
        / nullif(cast(abs(target_value - first_value) as double), 0) as way_share,
    pace_value,
    good_way * (value - pace_value) >= 0 as is_on_pace,
    decision,
    source,
    is_synthetic
from paced
