-- grain: One row per metric x year x period x org unit level x parent x region: the org units of that level which belong to it
-- key: metric_code, reference_year, period_code, org_unit_level_code, parent_org_unit_id, region_code
-- materialized: table
-- column metric_code: Metric, see table metric
-- column metric_name_vi: Name of the metric in Vietnamese
-- column metric_name_en: Name of the metric in English
-- column unit_of_measure: Unit of measure, that of the publication
-- column aggregation: How values of org units combine: sum, ratio_of_sums, weighted_mean or none
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_level_code: Level of the org units that are rolled up
-- column parent_org_unit_id: Org unit that they belong to at the end of the period
-- column parent_name_vi: Vietnamese name of the parent in its latest version
-- column region_code: Region that they belong to at the end of the period; empty where not stated
-- column value: Sum over the org units that have a value, added in decimals, in the unit of measure; empty for metrics that do not add up
-- column unit_count: Number of org units with a value
-- column missing_count: Number of org units without one: delivered as missing, or alive the whole period and not delivered
with whole as (
    select
        reference_year,
        period_code,
        period_start_on,
        period_end_on,
        org_unit_level_code,
        parent_org_unit_id,
        region_code,
        count(*) as unit_count
    from mart.dim_org_unit_period
    where is_whole_period
    group by all
),

-- The shortest decimal of each value: cheap where three decimals hold it, else from its text.
summed as (
    select
        fact.*,
        case
            when metric.aggregation <> 'sum' then null
            when cast(try_cast(fact.value as decimal(38, 3)) as double) = fact.value
                then cast(try_cast(fact.value as decimal(38, 3)) as decimal(38, 9))
            else try_cast(cast(fact.value as varchar) as decimal(38, 9))
        end as addend
    from mart.fct_observation as fact
    join mart.dim_metric as metric on metric.metric_code = fact.metric_code
),

rolled as (
    select
        fact.metric_code,
        fact.reference_year,
        fact.period_code,
        fact.period_start_on,
        fact.period_end_on,
        member.org_unit_level_code,
        member.parent_org_unit_id,
        member.region_code,
        case when count(fact.addend) = count(fact.value) then sum(fact.addend) end as value,
        count(fact.value) as unit_count,
        count(fact.value) filter (member.is_whole_period) as whole_unit_count,
        count(*) filter (fact.value is null and not member.is_whole_period) as part_missing_count
    from summed as fact
    join mart.dim_org_unit_period as member
        on member.org_unit_id = fact.org_unit_id
        and member.reference_year = fact.reference_year
        and member.period_code = fact.period_code
        and member.period_start_on = fact.period_start_on
        and member.period_end_on = fact.period_end_on
    where member.parent_org_unit_id is not null
    group by all
)

select
    rolled.metric_code,
    metric.metric_name_vi,
    metric.metric_name_en,
    metric.unit_of_measure,
    metric.aggregation,
    rolled.reference_year,
    cast(rolled.reference_year as varchar) as year,
    rolled.period_code,
    rolled.org_unit_level_code,
    rolled.parent_org_unit_id,
    parent.org_unit_name_vi as parent_name_vi,
    rolled.region_code,
    cast(sum(rolled.value) as double) as value,
    cast(sum(rolled.unit_count) as integer) as unit_count,
    cast(
        sum(coalesce(whole.unit_count, 0) - rolled.whole_unit_count + rolled.part_missing_count) as integer
    ) as missing_count
from rolled
left join whole
    on whole.reference_year = rolled.reference_year
    and whole.period_code = rolled.period_code
    and whole.period_start_on = rolled.period_start_on
    and whole.period_end_on = rolled.period_end_on
    and whole.org_unit_level_code = rolled.org_unit_level_code
    and whole.parent_org_unit_id = rolled.parent_org_unit_id
    and whole.region_code is not distinct from rolled.region_code
left join mart.dim_metric as metric on metric.metric_code = rolled.metric_code
left join mart.dim_org_unit as parent on parent.org_unit_id = rolled.parent_org_unit_id
group by all
