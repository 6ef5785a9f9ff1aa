-- grain: One row: the release being served
-- key: release_id
-- materialized: view
-- column release_id: Id of the release; sorts by time
-- column published_at: When it was made, UTC
-- column landing_file_count: Number of delivered files that it rests on
-- column quarantined_file_count: Number of delivered files that it refused
-- column observation_count: Number of newest observations
-- column ranked_year_count: Number of scorecard years with a ranking
-- column finding_count: Number of findings, as in rpt_finding
-- column spark_version: Version of Apache Spark
-- column duckdb_version: Version of DuckDB
-- column xephang_version: Version of this program
-- column is_synthetic: True when made-up data are in it
-- column note_vi: What readers should know, in Vietnamese
select
    release_id,
    published_at,
    landing_file_count,
    quarantined_file_count,
    observation_count,
    ranked_year_count,
    (select count(*)::integer from mart.rpt_finding) as finding_count,
    spark_version,
    duckdb_version,
    xephang_version,
    is_synthetic,
    note_vi
from stg.release
