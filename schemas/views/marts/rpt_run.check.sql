select 'the outcome is outside its closed list' as problem, outcome as found
from (select distinct outcome from mart.rpt_run)
where outcome not in ('published', 'nothing new', 'failed', 'unreadable')
union all
select 'not one run made this release' as problem, cast(count(*) as varchar) as found
from mart.rpt_run
where is_of_this_release
having count(*) <> 1
