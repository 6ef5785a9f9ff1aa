-- grain: One row per release that was kept when this one was made, itself included
-- key: release_id
-- materialized: view
-- column release_id: Id of the release; sorts by time
-- column published_at: When it was made, UTC
-- column is_this_release: True for the release that these rows are read from
-- column previous_release_id: Release before it among those kept; empty for the first of them
-- column landing_file_count: Number of delivered files that it rests on
-- column quarantined_file_count: Number of delivered files that it refused
-- column added_file_count: Number of delivered files that the release before does not have; empty without one
-- column withdrawn_file_count: Number of delivered files of the release before that it does not have; empty likewise
-- column changed_declaration_count: Number of files of declarations that came, went or changed since; empty likewise
-- column observation_count: Number of newest observations
-- column ranked_year_count: Number of scorecard years with a ranking
-- column finding_count: Number of findings in what was delivered; those about what was not delivered are not in it
-- column xephang_version: Version of the program that made it
-- column is_synthetic: True when made-up data are in it
select
    history.release_id,
    history.published_at,
    history.release_id = release.release_id as is_this_release,
    history.previous_release_id,
    history.landing_file_count,
    history.quarantined_file_count,
    history.added_file_count,
    history.withdrawn_file_count,
    history.changed_declaration_count,
    history.observation_count,
    history.ranked_year_count,
    history.finding_count,
    history.xephang_version,
    history.is_synthetic
from stg.release_history as history
cross join stg.release as release
