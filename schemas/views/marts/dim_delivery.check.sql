select 'a value comes from a delivery that is not there' as problem, delivery_id as found
from (select distinct delivery_id from mart.fct_observation_history)
where delivery_id not in (select delivery_id from mart.dim_delivery)
