-- grain: One row per metric x org unit x year x period x boundary vintage that cannot be computed, though something of it was delivered
-- key: metric_code, org_unit_id, reference_year, period_code, boundary_vintage
-- materialized: view
-- column metric_code: Metric, see table metric
-- column org_unit_id: Org unit of the map
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column reference_year: Year that the value is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column boundary_vintage: Date of the map
-- column reason: Which org unit and which change, or which values are missing
select
    rebased.metric_code,
    rebased.org_unit_id,
    unit.org_unit_name_vi,
    rebased.reference_year,
    rebased.period_code,
    rebased.boundary_vintage,
    rebased.reason
from stg.metric_rebased as rebased
left join mart.dim_org_unit as unit on unit.org_unit_id = rebased.org_unit_id
where rebased.value is null
