-- The newest values are unique by fct_observation; of the older ones each cell of a delivery stands once.
select 'a superseded value stands twice' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, period_code, delivery_id, landing_file, cell_ref) as found
from stg.observation_superseded
group by metric_code, org_unit_id, reference_year, period_code, data_vintage, delivery_id, landing_file, cell_ref
having count(*) > 1
union all
select 'a superseded value has no moment, or the newest has one' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, period_code, delivery_id) as found
from (
    select * from stg.observation where superseded_at is not null
    union all
    select * from stg.observation_superseded where superseded_at is null
)
union all
select 'a superseded value has no newest value beside it' as problem,
    concat_ws(' ', older.metric_code, older.org_unit_id, older.reference_year, older.period_code) as found
from stg.observation_superseded as older
anti join stg.observation as newest
    on newest.metric_code = older.metric_code
    and newest.org_unit_id = older.org_unit_id
    and newest.reference_year = older.reference_year
    and newest.period_code = older.period_code
