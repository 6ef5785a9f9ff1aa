select 'a release is not one row' as problem, cast(count(*) as varchar) as found
from mart.rpt_release
having count(*) <> 1
union all
select 'the number of observations is not that of the release' as problem,
    concat_ws(' ', release.observation_count, facts.row_count) as found
from mart.rpt_release as release
cross join (select count(*) as row_count from mart.fct_observation) as facts
where release.observation_count <> facts.row_count
