select 'a year is of a delivery that is not there' as problem, concat_ws(' ', delivery_id, reference_year) as found
from mart.dim_delivery_year
where delivery_id not in (select delivery_id from mart.dim_delivery)
