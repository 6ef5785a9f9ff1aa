"""The same rows in DuckDB alone: one statement that settles newest and superseded values and writes Parquet by year.

usage: duckdb_alone.py FOLDER OUT [MEMORY_LIMIT]

Same columns, same order and same size of row groups as the release tables. It neither scores nor ranks.
"""

import sys
import time

import duckdb

folder, out = sys.argv[1], sys.argv[2]
started = time.perf_counter()
db = duckdb.connect(config={"threads": "2"})
db.execute("set timezone = 'UTC'")
db.execute("set preserve_insertion_order = true")
if len(sys.argv) > 3:
    db.execute(f"set memory_limit = '{sys.argv[3]}'")
db.execute(f"set temp_directory = '{out}.tmp'")
db.execute(f"""
copy (
    with delivery as (
        select (row_number() over (order by received_at)) - 1 as delivery_order, *
        from read_csv('{folder}/deliveries.csv', all_varchar = true)
    ),
    settled as (
        select *, lag(delivery_order) over newest_first as newer
        from '{folder}/values/*.parquet'
        window newest_first as (
            partition by reference_year, target, org_unit_id, period_code
            order by case data_vintage when 'official' then 2 when 'estimate' then 1 else 0 end desc, delivery_order desc
        )
    )
    select substr(target, 8) as metric_code, org_unit_id, reference_year, period_code,
        make_date(reference_year, 1, 1) as period_start_on, make_date(reference_year, 12, 31) as period_end_on,
        data_vintage, observation_status, value, value_as_delivered, own.source_code,
        cast(own.received_at as timestamptz) as received_at, own.delivery_id, own.sha256, own.landing_file, cell_ref,
        cast(later.received_at as timestamptz) as superseded_at,
        case when newer is null then 'observation' else 'observation_superseded' end as release_table
    from settled
    join delivery as own on own.delivery_order = settled.delivery_order
    left join delivery as later on later.delivery_order = greatest(settled.delivery_order, settled.newer)
        and settled.newer is not null
    order by release_table, reference_year, metric_code, org_unit_id, period_code
) to '{out}' (format parquet, compression snappy, row_group_size 122880, partition_by (release_table, reference_year))
""")
print(f"written after {time.perf_counter() - started:.1f} s")
