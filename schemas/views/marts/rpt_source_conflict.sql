-- grain: One row per figure of another source or form that differs from the one served for the same metric x org unit x year x period
-- key: metric_code, org_unit_id, reference_year, period_code, other_source_code, other_form_code
-- materialized: table
-- column metric_code: Metric, see table metric
-- column metric_name_vi: Name of the metric in Vietnamese
-- column metric_name_en: Name of the metric in English
-- column unit_of_measure: Unit of measure, that of the publication
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name in the latest version, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column reference_year: Year that the figures are about
-- column year: Reference year as text, for axes that keep years apart
-- column period_code: Part of the year: Y whole year, H1 first half
-- column source_code: Organisation whose figure is served
-- column form_code: Landing contract that read it
-- column data_vintage: preliminary, estimate or official, of the figure that is served
-- column value: Figure that is served, in the unit of measure; empty when it says that there is none
-- column landing_file: Path below landing/ of the file that it stands in
-- column cell_ref: Cell that it stands in: Sheet!B17, in CSV B17
-- column other_source_code: Organisation whose figure is not served
-- column other_form_code: Landing contract that read it
-- column other_data_vintage: preliminary, estimate or official, of the figure that is not served
-- column other_value: Its newest figure, in the unit of measure; empty when it says that there is none
-- column other_landing_file: Path below landing/ of the file that it stands in
-- column other_cell_ref: Cell that it stands in
-- column difference: Figure served less the other one, in the unit of measure; empty when one of them is
-- column difference_share: Difference as a share of the size of the other one; empty where that is 0
-- column reason_code: Why the one is served: PRECEDENCE, VINTAGE, SOURCE_ORDER or LATER_DELIVERY, see list conflict_reason
with delivered as (
    select delivery_id, coalesce(contract_id, '') as form_code
    from stg.delivery
),

-- Of another source its newest figure counts, of the same source the newest of each other form.
others as (
    select
        served.metric_code,
        served.org_unit_id,
        served.reference_year,
        served.period_code,
        other.source_code,
        case when other.source_code = served.source_code then other_form.form_code else '' end as apart_by_form,
        max_by(other_form.form_code, (other.delivery_id, other.cell_ref)) as form_code,
        max_by(other.data_vintage, (other.delivery_id, other.cell_ref)) as data_vintage,
        arg_max_null(other.value, (other.delivery_id, other.cell_ref)) as value,
        max_by(other.landing_file, (other.delivery_id, other.cell_ref)) as landing_file,
        max_by(other.cell_ref, (other.delivery_id, other.cell_ref)) as cell_ref
    from stg.observation as served
    join delivered as served_form on served_form.delivery_id = served.delivery_id
    join stg.observation_superseded as other
        on other.metric_code = served.metric_code
        and other.org_unit_id = served.org_unit_id
        and other.reference_year = served.reference_year
        and other.period_code = served.period_code
    join delivered as other_form on other_form.delivery_id = other.delivery_id
    where other.source_code <> served.source_code or other_form.form_code <> served_form.form_code
    group by all
),

ordered as (
    select
        form.form_code,
        metric.metric_code,
        coalesce(min(declared.precedence), 1) as precedence
    from (select distinct form_code from delivered) as form
    cross join stg.metric as metric
    left join stg.metric_precedence as declared
        on declared.contract_id = form.form_code
        and declared.metric_code in (metric.metric_code, '{metric}')
    group by form.form_code, metric.metric_code
),

compared as (
    select
        served.*,
        served_form.form_code,
        other.source_code as other_source_code,
        other.form_code as other_form_code,
        other.data_vintage as other_data_vintage,
        other.value as other_value,
        other.landing_file as other_landing_file,
        other.cell_ref as other_cell_ref,
        case
            when first_order.precedence <> other_order.precedence then 'PRECEDENCE'
            when served.data_vintage <> other.data_vintage then 'VINTAGE'
            when served.source_code <> other.source_code then 'SOURCE_ORDER'
            else 'LATER_DELIVERY'
        end as reason_code
    from others as other
    join stg.observation as served
        on served.metric_code = other.metric_code
        and served.org_unit_id = other.org_unit_id
        and served.reference_year = other.reference_year
        and served.period_code = other.period_code
    join delivered as served_form on served_form.delivery_id = served.delivery_id
    join ordered as first_order
        on first_order.form_code = served_form.form_code and first_order.metric_code = served.metric_code
    join ordered as other_order
        on other_order.form_code = other.form_code and other_order.metric_code = served.metric_code
    where served.value is distinct from other.value
)

select
    fact.metric_code,
    metric.metric_name_vi,
    metric.metric_name_en,
    metric.unit_of_measure,
    fact.org_unit_id,
    unit.org_unit_name_vi,
    unit.org_unit_sort,
    fact.reference_year,
    cast(fact.reference_year as varchar) as year,
    fact.period_code,
    fact.source_code,
    fact.form_code,
    fact.data_vintage,
    fact.value,
    fact.landing_file,
    fact.cell_ref,
    fact.other_source_code,
    fact.other_form_code,
    fact.other_data_vintage,
    fact.other_value,
    fact.other_landing_file,
    fact.other_cell_ref,
    fact.value - fact.other_value as difference,
    (fact.value - fact.other_value) / nullif(abs(fact.other_value), 0) as difference_share,
    fact.reason_code
from compared as fact
join mart.dim_metric as metric on metric.metric_code = fact.metric_code
left join mart.dim_org_unit as unit on unit.org_unit_id = fact.org_unit_id
-- A preliminary figure of the same source that an official one replaced is no conflict.
where fact.reason_code <> 'VINTAGE' or fact.source_code <> fact.other_source_code
