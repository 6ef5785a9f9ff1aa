"""What one would write by hand for one PCI workbook of 2013-2016: read, resolve names, score, rank, Parquet, DuckDB.

usage: by_hand.py WORKBOOK YEAR OUT

Knows one layout, trusts its headers and its file name, keeps no cell references, no findings and no history.
"""

import re
import sys
import unicodedata
from pathlib import Path

import duckdb
import pandas as pd

HOME = Path(__file__).resolve().parents[2]
COLUMNS = {"gia nhập thị trường": "entry", "tiếp cận đất đai": "land", "tính minh bạch": "transparency",
           "chi phí thời gian": "time", "chi phí không chính thức": "informal", "cạnh tranh bình đẳng": "bias",
           "tính năng động": "proactive", "hỗ trợ doanh nghiệp": "support", "đào tạo lao động": "labor",
           "thiết chế pháp lý": "legal"}
WEIGHTS = {"entry": 0.5, "land": 0.5, "transparency": 2, "time": 0.5, "informal": 1, "bias": 0.5, "proactive": 0.5,
           "support": 2, "labor": 2, "legal": 0.5}


def key(name):
    """A name without accents, case and punctuation."""
    bare = unicodedata.normalize("NFD", str(name).replace("Đ", "D").replace("đ", "d"))
    return re.sub(r"[^a-z]", "", "".join(c for c in bare if not unicodedata.combining(c)).lower())


def provinces(year):
    units = pd.read_csv(HOME / "schemas/codelists/org_units.csv", dtype=str)
    alive = units[(units.org_unit_level_code == "province") & (units.valid_from_on <= f"{year}-01-01")
                  & (units.valid_to_on.isna() | (units.valid_to_on >= f"{year}-12-31"))]
    names = pd.read_csv(HOME / "schemas/codelists/org_unit_names.csv", dtype=str)
    ids = {key(name): unit for name, unit in zip(alive.org_unit_name_vi, alive.org_unit_id)}
    known = set(alive.org_unit_id)
    ids.update({key(name): unit for name, unit in zip(names.org_unit_name_as_written, names.org_unit_id) if unit in known})
    return ids


def read(workbook, year):
    """The summary sheet; each sub-index has a column of province names to its left, in an order of its own."""
    with pd.ExcelFile(workbook) as book:
        for sheet in book.sheet_names:
            table = pd.read_excel(book, sheet_name=sheet, header=None)
            head = {key(text): column for column, text in table.iloc[0].items()}
            found = {code: head[key(text)] for text, code in COLUMNS.items() if key(text) in head}
            if len(found) == len(COLUMNS):
                return table[pd.to_numeric(table[0], errors="coerce").notna()], found
    raise SystemExit(f"{workbook}: no sheet with the columns of {year}")


def main(workbook, year, out):
    table, columns = read(workbook, year)
    ids = provinces(year)
    blocks = []
    for code, column in columns.items():
        block = pd.DataFrame({"org_unit_id": table[column - 1].map(lambda name: ids.get(key(name))),
                              code: pd.to_numeric(table[column], errors="coerce")})
        blocks.append(block.dropna().set_index("org_unit_id"))
    values = pd.concat(blocks, axis=1).dropna().reset_index()
    values["total_points"] = sum(values[code] * weight for code, weight in WEIGHTS.items()).round(9)
    values["computed_rank"] = values.total_points.rank(ascending=False, method="min").astype(int)

    Path(out).mkdir(parents=True, exist_ok=True)
    db = duckdb.connect(f"{out}/by_hand.duckdb")
    long = values.melt("org_unit_id", list(COLUMNS.values()), "metric_code", "value")
    rank = values[["org_unit_id", "total_points", "computed_rank"]]
    for name, frame in (("observation", long), ("rank", rank)):
        db.register("frame", frame)
        db.execute(f"copy frame to '{out}/{name}.parquet' (format parquet)")
        db.execute(f"create table {name} as from '{out}/{name}.parquet'")
    best = db.sql("from rank order by computed_rank limit 1").fetchone()
    print(f"{len(rank)} provinces, first {best[0]}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
