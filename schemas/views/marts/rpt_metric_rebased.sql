-- grain: One row per metric x org unit x year x period x boundary vintage that can be computed
-- key: metric_code, org_unit_id, reference_year, period_code, boundary_vintage
-- materialized: table
-- column metric_code: Metric, see table metric
-- column metric_name_vi: Name of the metric in Vietnamese
-- column metric_name_en: Name of the metric in English
-- column unit_of_measure: Unit of measure, that of the publication
-- column org_unit_id: Org unit of the map
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column reference_year: Year that the value is about
-- column year: Reference year as text, for axes that keep years apart
-- column period_code: Part of the year: Y whole year, H1 first half
-- column boundary_vintage: Date of the map that the value is on
-- column value: Value in the metric's unit of measure, by the metric's own aggregation
-- column is_estimated: True where something was apportioned or weighted by what the metric is no mean over
-- column weights_code: Weights of an estimate; empty where the value is exact
-- column previous_value: Value of the same org unit on the same map in the year before; empty without one
-- column change_share: Change since the year before as a share of the size of the earlier value; empty where that is 0 or missing
select
    this.metric_code,
    metric.metric_name_vi,
    metric.metric_name_en,
    metric.unit_of_measure,
    this.org_unit_id,
    unit.org_unit_name_vi,
    this.reference_year,
    cast(this.reference_year as varchar) as year,
    this.period_code,
    this.boundary_vintage,
    this.value,
    this.is_estimated,
    this.weights_code,
    before.value as previous_value,
    (this.value - before.value) / nullif(abs(before.value), 0) as change_share
from stg.metric_rebased as this
left join stg.metric_rebased as before
    on before.metric_code = this.metric_code
    and before.org_unit_id = this.org_unit_id
    and before.period_code = this.period_code
    and before.boundary_vintage = this.boundary_vintage
    and before.reference_year = this.reference_year - 1
left join mart.dim_metric as metric on metric.metric_code = this.metric_code
left join mart.dim_org_unit as unit on unit.org_unit_id = this.org_unit_id
where this.value is not null
