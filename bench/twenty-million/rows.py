"""Generates the rows of the benchmark as Parquet: two deliveries of every key, so that half of the rows are superseded.

usage: rows.py FOLDER [KEYS_MILLION]     FOLDER/values/*.parquet and FOLDER/deliveries.csv; 10 million keys by default
"""

import csv
import sys
from pathlib import Path

import duckdb

HOME = Path(__file__).resolve().parents[2]
YEARS = range(2007, 2017)
UNITS = 700  # the provinces of the year, filled up with units that no scorecard reads
PCI = ["entry", "land", "transparency", "time", "informal", "bias", "proactive", "support", "labor", "legal"]


def province_ids():
    """Provinces of the map of 2009-2016."""
    with open(HOME / "schemas/codelists/org_units.csv", encoding="utf-8") as file:
        return sorted({row["org_unit_id"] for row in csv.DictReader(file)
                       if row["org_unit_level_code"] == "province" and row["valid_from_on"] <= "2009-01-01"
                       and (not row["valid_to_on"] or row["valid_to_on"] >= "2016-12-31")})


def main(folder, keys_million):
    out = Path(folder)
    (out / "values").mkdir(parents=True, exist_ok=True)
    provinces = province_ids()
    units = provinces + [f"VNM.made-up.{i:04}" for i in range(UNITS - len(provinces))]
    metrics_count = round(keys_million * 1_000_000 / (UNITS * len(YEARS)))
    metrics = [f"pci_{code}" for code in PCI] + [f"made_up_{i:05}" for i in range(metrics_count - len(PCI))]
    db = duckdb.connect(config={"memory_limit": "4GB", "preserve_insertion_order": "true"})
    db.execute("create table unit as select unnest($1) as id, generate_subscripts($1, 1) - 1 as u", [units])
    db.execute("create table metric as select unnest($1) as code, generate_subscripts($1, 1) - 1 as m", [metrics])
    keys = len(metrics) * len(units) * len(YEARS)
    for delivery in (0, 1):
        # A sheet per unit, years side by side: no order in the input that the program could live off.
        # One key in ten is corrected by a preliminary value, which must not take the place of an official one.
        db.execute(f"""
            copy (
                with numbered as (
                    select i, i % {len(YEARS)} as y, i // {len(YEARS)} % {len(metrics)} as m,
                        i // {len(YEARS) * len(metrics)} as u
                    from range({keys}) as rows(i)
                ),
                figures as (
                    -- Two decimals up to ten for what is scored; for the rest nearly every value is another one.
                    select *, case
                        when m < {len(PCI)} then (i * 7919 + {delivery} * 104729 + u * 31) % 1000 * 100
                        else (i * 2654435761 + {delivery} * 40503) % 1000000007
                    end as ten_thousandths
                    from numbered
                )
                select
                    'metric:' || metric.code as target,
                    unit.id as org_unit_id,
                    cast({YEARS[0]} + y as integer) as reference_year,
                    'Y' as period_code,
                    case when {delivery} = 1 and i % 10 = 0 then 'preliminary' else 'official' end as data_vintage,
                    'normal' as observation_status,
                    ten_thousandths / 10000.0::double as value,
                    replace(cast(cast(ten_thousandths as decimal(18, 4)) / 10000 as varchar), '.', ',') as value_as_delivered,
                    1::integer as precedence,
                    cast({delivery} as integer) as delivery_order,
                    'Bảng!B' || (2 + m) as cell_ref
                from figures join unit using (u) join metric using (m)
            ) to '{out}/values/delivery-{delivery}.parquet' (format parquet, row_group_size 500000)
        """)
    with open(out / "deliveries.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["delivery_id", "source_code", "landing_file", "sha256", "size_bytes", "received_at", "path"])
        for i in (0, 1):
            writer.writerow([f"D2026010{i + 1}T000000000Z", "gso", f"gso/{i}.xlsx", f"{i:064}", 1,
                             f"2026-01-0{i + 1}T00:00:00Z", f"{i}.xlsx"])
    print(f"{2 * keys} rows of {keys} keys: {len(metrics)} metrics x {len(units)} units x {len(YEARS)} years")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 10)
