-- grain: One row per metric
-- key: metric_code
-- materialized: view
-- column metric_code: Stable code of the metric
-- column metric_name_vi: Name in Vietnamese
-- column metric_name_en: Name in English
-- column unit_of_measure: Unit of measure, that of the publication
-- column direction: higher_is_better, lower_is_better or neutral
-- column aggregation: How values of org units combine: sum, ratio_of_sums, weighted_mean or none
-- column parent_metric_code: Metric that this one is a breakdown of
-- column breakdown_code: Which breakdown, such as male or urban
-- column min_value: Least value that can be right, in the unit of measure; empty without a bound
-- column max_value: Greatest value that can be right, in the unit of measure; empty without a bound
-- column source: Where this fact comes from
select
    metric_code,
    metric_name_vi,
    metric_name_en,
    unit_of_measure,
    direction,
    aggregation,
    parent_metric_code,
    breakdown_code,
    min_value,
    max_value,
    source
from stg.metric
