-- grain: One row per run, up to the one that made this release
-- key: run_id
-- materialized: view
-- column run_id: Id of the run; sorts by time
-- column started_at: When it started, UTC
-- column ended_at: When it ended, UTC; empty for the run that made this release, which ends after it
-- column duration_seconds: Seconds from start to end; empty likewise
-- column outcome: published, nothing new, failed, or unreadable where its record cannot be read
-- column exit_code: 0 done, 4 done with refused or blocked files; empty of a failed run and of the run that made this release
-- column release_id: Release that it made; empty when it made none
-- column is_served: Whether the newest release was served then; false after a rollback
-- column arrived_count: Number of files that it met for the first time
-- column new_finding_count: Number of findings in those files
-- column quarantined_count: Number of refused files that waited for a correction when it ended
-- column xephang_version: Version of this program
-- column message: Why it failed, in English; empty when it did not
-- column is_of_this_release: True for the run that made this release
select
    run.run_id,
    run.started_at,
    run.ended_at,
    round(epoch(run.ended_at - run.started_at), 1) as duration_seconds,
    run.outcome,
    run.exit_code,
    run.release_id,
    run.is_served,
    run.arrived_count,
    run.new_finding_count,
    run.quarantined_count,
    run.xephang_version,
    run.message,
    run.release_id is not null and run.release_id = release.release_id as is_of_this_release
from stg.run as run
cross join stg.release as release
