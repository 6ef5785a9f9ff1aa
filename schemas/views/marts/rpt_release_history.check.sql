select 'this release does not stand in its own history as it is' as problem, release.release_id as found
from stg.release as release
left join mart.rpt_release_history as history on history.release_id = release.release_id
where history.release_id is null
    or history.published_at <> release.published_at
    or history.landing_file_count <> release.landing_file_count
    or history.observation_count <> release.observation_count
    or history.ranked_year_count <> release.ranked_year_count
