select 'a refused file is not among what is kept out' as problem, delivery_id as found
from stg.delivery
where delivery_status = 'quarantined' and delivery_id not in (select delivery_id from mart.rpt_kept_out where kept_out = 'file')
union all
select 'the files that wait are not those that the release counts' as problem,
    concat_ws(' ', release.quarantined_file_count, waiting.file_count) as found
from mart.rpt_release as release
cross join (
    select count(*) as file_count
    from mart.rpt_kept_out as kept
    join stg.delivery as delivery on delivery.delivery_id = kept.delivery_id
    where kept.is_waiting and delivery.delivery_status = 'quarantined'
) as waiting
where release.quarantined_file_count <> waiting.file_count
