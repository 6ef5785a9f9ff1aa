-- grain: One row per metric x org unit x year x period: the parts that its roll-up is made of, and the map they are on
-- key: metric_code, org_unit_id, reference_year, period_code
-- materialized: table
-- column metric_code: Metric that is rolled up, see table metric
-- column derivation_kind: sum (values add up), ratio, growth, mean, or none (nothing is declared that could be added up)
-- column factor: What a quotient is multiplied by; 1 for sums and means
-- column weights_code: Weights of a mean over what the metric is no mean over, so an estimate; empty otherwise
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: country, region, province, district or commune
-- column reference_year: Year that the value is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column map_on: Day of the map: the latest of the period on which all units of the level that have a value live
-- column is_on_two_maps: True where there is no such day: units of before and after a change both have values
-- column numerator: What is added up: the value, or the numerator of a ratio, this year's of a growth, weight x value of a mean
-- column denominator: What it is divided by: denominator of a ratio, last year's numerator of a growth, weight of a mean; empty for sums
-- column has_figures: True where every part has a value; of a growth, when the territory also stayed the same
-- column is_exact: False where a value is beyond the decimals that sums are made in
-- column is_delivered: True where the metric itself was delivered, also as missing
-- column is_estimated: True where a part was delivered as an estimate
with parts as (
    select
        metric.metric_code,
        'sum' as derivation_kind,
        cast(1 as decimal(18, 9)) as factor,
        'numerator' as part_role,
        metric.metric_code as part_metric_code,
        0 as years_back
    from mart.dim_metric as metric
    where metric.aggregation = 'sum'
    union all
    select metric_code, derivation_kind, factor, part_role, part_metric_code, 0
    from stg.derived_metric_part
    union all
    select metric_code, derivation_kind, factor, 'denominator', part_metric_code, 1
    from stg.derived_metric_part
    where derivation_kind = 'growth'
    union all
    select distinct
        metric_code,
        derivation_kind,
        factor,
        case when derivation_kind = 'mean' then 'value' else 'as delivered' end,
        metric_code,
        0
    from stg.derived_metric_part
    union all
    select metric.metric_code, 'none', 1, 'numerator', metric.metric_code, 0
    from mart.dim_metric as metric
    where metric.aggregation <> 'sum'
        and metric.metric_code not in (select metric_code from stg.derived_metric_part)
),

needed as (
    select metric_code, count(*) as part_count
    from parts
    where part_role <> 'as delivered'
    group by metric_code
),

-- The shortest decimal of each value: cheap where three decimals hold it, else from its text.
figures as (
    select
        parts.*,
        fact.org_unit_id,
        unit.org_unit_level_code,
        fact.reference_year + parts.years_back as reference_year,
        fact.period_code,
        case when parts.years_back = 0 then fact.period_end_on end as period_end_on,
        case when parts.years_back = 1 then least(fact.period_end_on, unit.ended_on) end as before_on,
        case when parts.years_back = 0 and parts.part_role <> 'as delivered' and fact.value is not null then unit.born_on end as born_on,
        case when parts.years_back = 0 and parts.part_role <> 'as delivered' and fact.value is not null then unit.ended_on end as ended_on,
        fact.value,
        fact.observation_status = 'estimated' as is_estimated,
        case
            when cast(try_cast(fact.value as decimal(27, 3)) as double) = fact.value
                then cast(try_cast(fact.value as decimal(27, 3)) as decimal(33, 9))
            else try_cast(cast(fact.value as varchar) as decimal(33, 9))
        end as addend
    from mart.fct_observation as fact
    join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
    join parts on parts.part_metric_code = fact.metric_code
),

maps as (
    select
        metric_code,
        org_unit_level_code,
        reference_year,
        period_code,
        least(min(period_end_on), min(ended_on)) as map_on,
        min(before_on) as before_on,
        max(born_on) as newest_birth_on
    from figures
    group by all
    having min(period_end_on) is not null
),

units as (
    select
        metric_code,
        derivation_kind,
        factor,
        org_unit_id,
        org_unit_level_code,
        reference_year,
        period_code,
        sum(addend) filter (part_role = 'numerator') as numerator,
        sum(addend) filter (part_role = 'denominator') as denominator,
        sum(addend) filter (part_role = 'value') as mean_value,
        count(value) filter (part_role <> 'as delivered') as value_count,
        count(value) = count(addend) as is_exact,
        bool_or(part_metric_code = metric_code) as is_delivered,
        coalesce(bool_or(is_estimated) filter (part_role <> 'as delivered'), false) as is_estimated
    from figures
    group by all
)

select
    units.metric_code,
    units.derivation_kind,
    units.factor,
    case
        when units.derivation_kind = 'mean' and metric.aggregation <> 'weighted_mean'
            then (
                select string_agg(part.part_metric_code, '+' order by part.part_metric_code)
                from stg.derived_metric_part as part
                where part.metric_code = units.metric_code
            )
    end as weights_code,
    units.org_unit_id,
    units.org_unit_level_code,
    units.reference_year,
    units.period_code,
    maps.map_on,
    coalesce(maps.newest_birth_on > maps.map_on, false) as is_on_two_maps,
    case
        when units.derivation_kind = 'mean'
            then cast(
                try_cast(units.denominator as decimal(18, 6)) * try_cast(units.mean_value as decimal(18, 6))
                as decimal(38, 9)
            )
        else units.numerator
    end as numerator,
    units.denominator,
    units.value_count = needed.part_count
        and not exists (
            select 1
            from stg.org_unit_change as change
            where change.territory_changed
                and change.effective_on > maps.before_on
                and change.effective_on <= maps.map_on
                and units.org_unit_id in (change.from_org_unit_id, change.to_org_unit_id)
        ) as has_figures,
    units.is_exact
        and (
            units.derivation_kind <> 'mean'
            or (
                try_cast(units.denominator as decimal(18, 6)) is not distinct from units.denominator
                and try_cast(units.mean_value as decimal(18, 6)) is not distinct from units.mean_value
            )
        ) as is_exact,
    units.is_delivered,
    units.is_estimated
from units
join maps using (metric_code, org_unit_level_code, reference_year, period_code)
join needed on needed.metric_code = units.metric_code
join mart.dim_metric as metric on metric.metric_code = units.metric_code
