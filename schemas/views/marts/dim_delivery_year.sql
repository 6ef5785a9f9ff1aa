-- grain: One row per delivery x reference year that it holds figures of
-- key: delivery_id, reference_year
-- materialized: table
-- column delivery_id: Delivery, see dim_delivery
-- column reference_year: Year that the figures are about
-- column year: Reference year as text, for axes that keep years apart
-- column value_count: Number of its observations, entered points and published results of that year, superseded ones included
select
    delivery_id,
    reference_year,
    cast(reference_year as varchar) as year,
    cast(sum(value_count) as integer) as value_count
from (
    select delivery_id, reference_year, count(*) as value_count
    from mart.fct_observation_history
    group by delivery_id, reference_year
    union all
    select delivery_id, reference_year, count(*)
    from mart.fct_entered_points
    group by delivery_id, reference_year
    union all
    select delivery_id, reference_year, count(*)
    from mart.fct_published_result
    group by delivery_id, reference_year
)
group by delivery_id, reference_year
