"""Compares what Spark wrote with what DuckDB alone wrote, row by row, and the ranks of 2013 with a sum of its own.

usage: check.py RELEASE DUCKDB_OUT     exit 1 on any difference
"""

import sys

import duckdb

release, other = sys.argv[1], sys.argv[2]
db = duckdb.connect(config={"memory_limit": "6GB", "temp_directory": f"{other}.tmp"})
failures = 0


def expect(what, sql, wanted):
    global failures
    found = db.sql(sql).fetchone()[0]
    print(f"{'ok ' if found == wanted else 'BAD'} {what}: {found}")
    failures += found != wanted


for table in ("observation", "observation_superseded"):
    ours = f"read_parquet('{release}/{table}/*/*.parquet', hive_partitioning = true)"
    theirs = f"read_parquet('{other}/release_table={table}/*/*.parquet', hive_partitioning = true)"
    columns = [row[0] for row in db.sql(f"describe from {ours}").fetchall()]
    both = ", ".join(columns)
    of = f"count(*) as row_count, bit_xor(hash({both})) as hashes, sum(hash({both})::hugeint) as total"
    expect(f"{table}: tables whose rows differ", f"""
        select count(*) from (
            (select reference_year, {of} from {ours} group by all except select reference_year, {of} from {theirs} group by all)
            union all
            (select reference_year, {of} from {theirs} group by all except select reference_year, {of} from {ours} group by all))
    """, 0)
    expect(f"{table}: files out of order", f"""
        select count(*) from (
            select (metric_code, org_unit_id, period_code) <
                lag((metric_code, org_unit_id, period_code)) over (partition by filename order by file_row_number) as is_back
            from read_parquet('{release}/{table}/*/*.parquet', filename = true, file_row_number = true)
            where reference_year = 2013) where is_back
    """, 0)

# Weights of 2013 as VCCI uses them, written down again so that the check does not read what it checks.
expect("ranks of 2013 that differ", f"""
    with weights(metric_code, weight) as (values ('pci_entry', 0.5), ('pci_land', 0.5), ('pci_transparency', 2.0),
        ('pci_time', 0.5), ('pci_informal', 1.0), ('pci_bias', 0.5), ('pci_proactive', 0.5), ('pci_support', 2.0),
        ('pci_labor', 2.0), ('pci_legal', 0.5)),
    totals as (
        select org_unit_id, sum(cast(value as decimal(9, 2)) * weight) as total
        from read_parquet('{other}/release_table=observation/reference_year=2013/*.parquet') join weights using (metric_code)
        group by org_unit_id),
    ranked as (
        select org_unit_id, total, rank() over (order by total desc) as place
        from totals where org_unit_id not like 'VNM.made-up%')
    select count(*) from ranked full join (
        from read_parquet('{release}/rank/reference_year=2013/*.parquet') where rubric_code = '2013') as ours using (org_unit_id)
    where total is distinct from total_points or place is distinct from computed_rank
""", 0)
expect("ranks of 2013", f"""
    select count(*) from read_parquet('{release}/rank/reference_year=2013/*.parquet')
    where rubric_code = '2013' and computed_rank is not null
""", 63)
sys.exit(1 if failures else 0)
