-- grain: One row per metric x year x period x org unit x level below it whose figures can be added up: what was reported beside the sum
-- key: metric_code, reference_year, period_code, org_unit_level_code, parent_org_unit_id
-- materialized: table
-- column metric_code: Metric, see table metric
-- column metric_name_vi: Name of the metric in Vietnamese
-- column metric_name_en: Name of the metric in English
-- column unit_of_measure: Unit of measure, that of the publication
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_level_code: Level of the org units that are rolled up
-- column parent_level_code: Level of the org unit above: country, region, province or district
-- column parent_org_unit_id: Org unit whose figure was also reported
-- column parent_name_vi: Vietnamese name of it in its latest version
-- column reported_value: Value delivered for the org unit itself, in the unit of measure
-- column rolled_up_value: Value rolled up from the org units below it, in the unit of measure
-- column difference: Reported less rolled up, in the unit of measure
-- column difference_share: Difference as a share of the size of the reported value; empty where that is 0
-- column unit_count: Number of org units with figures
-- column expected_count: Number of org units of the level below it; empty where the registry does not know them all
-- column missing_units: Names of the first ten without figures; an ellipsis stands for more
-- column tolerance: By how much both may differ by the declared control rule, in the unit of measure; empty without a rule
-- column check_id: Control rules that declare the tolerance; empty without a rule
-- column reconciliation_code: agrees, within_tolerance, differs, or incomplete (an org unit is missing, and no rule counts it as 0)
with compared as (
    select
        rollup.*,
        reported.value as reported_value,
        -- Shortest decimals, so that 0.3 - 0.2 is 0.1.
        coalesce(
            cast(
                try_cast(cast(reported.value as varchar) as decimal(33, 9))
                - try_cast(cast(rollup.value as varchar) as decimal(33, 9))
                as double
            ),
            reported.value - rollup.value
        ) as difference,
        rule.tolerance,
        rule.check_id,
        rollup.is_complete or coalesce(rule.is_missing_zero and rollup.expected_count is not null, false) as is_whole
    from mart.rpt_metric_rollup as rollup
    join mart.fct_observation as reported
        on reported.metric_code = rollup.metric_code
        and reported.org_unit_id = rollup.parent_org_unit_id
        and reported.reference_year = rollup.reference_year
        and reported.period_code = rollup.period_code
    left join stg.roll_up_rule as rule
        on rule.metric_code = rollup.metric_code
        and rule.from_level_code = rollup.org_unit_level_code
        and rule.to_level_code = rollup.parent_level_code
    where reported.value is not null and rollup.value is not null
)

select
    metric_code,
    metric_name_vi,
    metric_name_en,
    unit_of_measure,
    reference_year,
    year,
    period_code,
    org_unit_level_code,
    parent_level_code,
    parent_org_unit_id,
    parent_name_vi,
    reported_value,
    value as rolled_up_value,
    difference,
    difference / nullif(abs(reported_value), 0) as difference_share,
    unit_count,
    expected_count,
    missing_units,
    cast(tolerance as double) as tolerance,
    check_id,
    case
        when not is_whole then 'incomplete'
        when difference = 0 then 'agrees'
        when abs(difference) <= tolerance then 'within_tolerance'
        else 'differs'
    end as reconciliation_code
from compared
