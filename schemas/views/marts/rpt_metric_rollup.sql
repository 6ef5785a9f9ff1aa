-- grain: One row per metric x year x period x org unit level x org unit above it, directly or not, of which something was delivered below
-- key: metric_code, reference_year, period_code, org_unit_level_code, parent_org_unit_id
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
-- column parent_level_code: Level of the org unit above: country, region, province or district
-- column parent_org_unit_id: Org unit above them, directly or not, on the day of the map
-- column parent_name_vi: Vietnamese name of the org unit above, in its latest version
-- column region_code: Region of the org unit above on the day of the map; empty where it has none
-- column map_on: Day of the map: the latest of the period on which all units of the level that have a value live
-- column value: By the metric's own aggregation over the org units that have figures: sums added in decimals, ratios and growth recomputed from their summed parts, means weighted; in the unit of measure; empty with a reason
-- column unit_count: Number of org units with figures: say unit_count "of" expected_count
-- column expected_count: Number of org units of the level below it on the day of the map; empty where the registry does not know them all
-- column missing_count: Number of them without figures; empty where the registry does not know them all
-- column missing_units: Names of the first ten of them in order; an ellipsis stands for more
-- column is_complete: True where every org unit of the level has figures
-- column is_estimated: True where a part was delivered as an estimate or weighted by what the metric is no mean over
-- column weights_code: Weights of a mean over what the metric is no mean over; empty otherwise
-- column reason: Why there is no value; empty where there is one
with levels as materialized (
    select *, row_number() over () as level_number
    from (
        select
            metric_code,
            derivation_kind,
            factor,
            org_unit_level_code,
            reference_year,
            period_code,
            map_on,
            is_on_two_maps,
            weights_code
        from mart.fct_roll_up_figure
        group by all
        having bool_or(has_figures or is_delivered)
    )
),

figures as (
    select
        levels.level_number,
        levels.map_on,
        figure.org_unit_id,
        figure.numerator,
        figure.denominator,
        figure.has_figures,
        figure.is_exact,
        figure.is_estimated
    from mart.fct_roll_up_figure as figure
    join levels using (metric_code, org_unit_level_code, reference_year, period_code)
),

-- Above those of which something was delivered; on two maps a unit may be missing from the one day.
delivered_above as (
    select distinct figures.level_number, above.above_org_unit_id
    from figures
    join mart.dim_org_unit_above as above
        on above.map_on = figures.map_on and above.org_unit_id = figures.org_unit_id
),

-- Places in Vietnamese order of the units of a level below a unit.
placed as (
    select
        *,
        row_number() over (
            partition by map_on, above_org_unit_id, org_unit_level_code
            order by org_unit_name_vi collate vi, org_unit_id
        ) as place
    from mart.dim_org_unit_above
),

named as (
    select
        map_on,
        above_org_unit_id,
        above_level_code,
        org_unit_level_code,
        list(org_unit_name_vi order by place) as names
    from placed
    group by all
),

-- Days on which units of a level hang under no region though others of their country do: what a region holds is then
-- not known, such as after 2025-07-01.
without_region as (
    select map_on, org_unit_level_code, country_org_unit_id
    from (
        select
            map_on,
            org_unit_id,
            org_unit_level_code,
            max(above_org_unit_id) filter (above_level_code = 'country') as country_org_unit_id,
            count(*) filter (above_level_code = 'region') as region_count
        from mart.dim_org_unit_above
        where org_unit_level_code <> 'region'
        group by all
    )
    where region_count = 0
    group by all
),

-- A level is known below a unit when it is recorded there, or above it, and at nothing below only later.
recorded as (
    select
        above.map_on,
        above.above_org_unit_id,
        above.org_unit_level_code,
        not exists (
            select 1
            from stg.org_unit_record as later
            join mart.dim_org_unit_above as inside
                on inside.map_on = above.map_on and inside.org_unit_id = later.org_unit_id
            where later.org_unit_level_code = above.org_unit_level_code
                and later.recorded_from_on > above.map_on
                and inside.above_org_unit_id = above.above_org_unit_id
        )
        and not exists (
            select 1
            from without_region as unplaced
            join mart.dim_org_unit_above as around
                on around.map_on = unplaced.map_on and around.above_org_unit_id = unplaced.country_org_unit_id
            where above.above_level_code = 'region'
                and around.org_unit_id = above.above_org_unit_id
                and unplaced.map_on = above.map_on
                and unplaced.org_unit_level_code = above.org_unit_level_code
        ) as is_known
    from (
        select distinct map_on, above_org_unit_id, above_level_code, org_unit_level_code
        from mart.dim_org_unit_above
    ) as above
    where exists (
        select 1
        from stg.org_unit_record as record
        where record.org_unit_level_code = above.org_unit_level_code
            and record.recorded_from_on <= above.map_on
            and (
                record.org_unit_id = above.above_org_unit_id
                or exists (
                    select 1
                    from mart.dim_org_unit_above as around
                    where around.map_on = above.map_on
                        and around.org_unit_id = above.above_org_unit_id
                        and around.above_org_unit_id = record.org_unit_id
                )
            )
    )
),

added as (
    select
        levels.level_number,
        above.above_org_unit_id,
        sum(figures.numerator) filter (figures.has_figures) as numerator,
        sum(figures.denominator) filter (figures.has_figures) as denominator,
        coalesce(bool_and(figures.is_exact) filter (figures.has_figures), true) as is_exact,
        coalesce(bool_or(figures.is_estimated) filter (figures.has_figures), false) as is_estimated,
        count(*) filter (figures.has_figures) as unit_count,
        count(*) as expected_count,
        min(above.place, 10) filter (not coalesce(figures.has_figures, false)) as missing_places
    from levels
    join delivered_above on delivered_above.level_number = levels.level_number
    join placed as above
        on above.map_on = levels.map_on
        and above.org_unit_level_code = levels.org_unit_level_code
        and above.above_org_unit_id = delivered_above.above_org_unit_id
    left join figures
        on figures.level_number = levels.level_number
        and figures.org_unit_id = above.org_unit_id
    group by all
),

rolled as (
    select
        levels.* exclude (level_number),
        added.* exclude (level_number, above_org_unit_id, missing_places),
        added.above_org_unit_id as parent_org_unit_id,
        named.above_level_code as parent_level_code,
        list_transform(added.missing_places, lambda place: named.names[place]) as missing
    from added
    join levels on levels.level_number = added.level_number
    join named
        on named.map_on = levels.map_on
        and named.above_org_unit_id = added.above_org_unit_id
        and named.org_unit_level_code = levels.org_unit_level_code
),

judged as (
    select
        rolled.*,
        case
            when derivation_kind = 'none' then 'no sum, and neither parts nor weights are declared'
            when is_on_two_maps then 'units of before and after a change of the map both have values'
            when unit_count = 0 then 'no org unit has figures for it'
            when not is_exact then 'a value is beyond the decimals that sums are made in'
            when derivation_kind <> 'sum' and denominator = 0 then 'what it is divided by is 0'
        end as reason
    from rolled
)

select
    judged.metric_code,
    metric.metric_name_vi,
    metric.metric_name_en,
    metric.unit_of_measure,
    metric.aggregation,
    judged.reference_year,
    cast(judged.reference_year as varchar) as year,
    judged.period_code,
    judged.org_unit_level_code,
    judged.parent_level_code,
    judged.parent_org_unit_id,
    parent.org_unit_name_vi as parent_name_vi,
    version.region_code,
    judged.map_on,
    case
        when judged.reason is not null then null
        when judged.derivation_kind = 'sum' then cast(judged.numerator as double)
        when judged.derivation_kind = 'mean' then cast(judged.numerator as double) / cast(judged.denominator as double)
        when judged.derivation_kind = 'growth'
            then cast(judged.factor as double)
                * cast(judged.numerator - judged.denominator as double)
                / cast(judged.denominator as double)
        else cast(judged.factor as double) * cast(judged.numerator as double) / cast(judged.denominator as double)
    end as value,
    cast(judged.unit_count as integer) as unit_count,
    case when recorded.is_known then cast(judged.expected_count as integer) end as expected_count,
    case when recorded.is_known then cast(judged.expected_count - judged.unit_count as integer) end as missing_count,
    case
        when judged.expected_count - judged.unit_count > 10
            then concat(array_to_string(judged.missing, ', '), ', …')
        else array_to_string(judged.missing, ', ')
    end as missing_units,
    coalesce(recorded.is_known, false) and judged.unit_count = judged.expected_count as is_complete,
    judged.reason is null and (judged.is_estimated or judged.weights_code is not null) as is_estimated,
    case when judged.reason is null then judged.weights_code end as weights_code,
    judged.reason
from judged
left join recorded
    on recorded.map_on = judged.map_on
    and recorded.above_org_unit_id = judged.parent_org_unit_id
    and recorded.org_unit_level_code = judged.org_unit_level_code
join mart.dim_metric as metric on metric.metric_code = judged.metric_code
join mart.dim_org_unit as parent on parent.org_unit_id = judged.parent_org_unit_id
left join stg.org_unit_version as version
    on version.org_unit_id = judged.parent_org_unit_id
    and version.valid_from_on <= judged.map_on
    and (version.valid_to_on is null or version.valid_to_on >= judged.map_on)
