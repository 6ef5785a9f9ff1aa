"""Holds the operations page against the release."""

from checks.browser_shown import differences

# What is compared, and the SQL of its own that gives the same; rows with the same first column are added up.
TABLES = {
    "findings": (("finding_code", "finding_count"), "select code, count(*) from mart.rpt_finding group by code"),
    "deliveries": (("landing_file", "cell_count", "error_count", "warning_count"),
                   "select landing_file, sum(cell_count), sum(error_count), sum(warning_count) from (select d.delivery_id, d.landing_file,"
                   " d.cell_count, count(f.code) filter (severity = 'error') as error_count, count(f.code) filter (severity = 'warning')"
                   " as warning_count from mart.dim_delivery d left join mart.rpt_finding f using (delivery_id) group by all)"
                   " group by landing_file"),
    "completeness": (("form_code", "expected_count", "received_count"),
                     "select form_code, sum(expected_count), sum(received_count) from mart.rpt_completeness"
                     " where form_kind = 'contract' group by form_code"),
}


def judge(shown):
    yield from _release(shown)
    for table, (columns, sql) in TABLES.items():
        rows = shown.rows(*columns)
        if rows is None:
            yield f"the table of {table} is not on the page or asked for no data"
            continue
        wanted = {row[0]: tuple(int(value) for value in row[1:]) for row in shown.query(sql)}
        if wanted:
            yield from differences(table, _added_up(rows, columns), wanted)
            shown.held(shown.chart(*columns)["viz"])


def _added_up(rows, columns):
    sums = {}
    for row in rows:
        before = sums.get(row[columns[0]], (0,) * (len(columns) - 1))
        sums[row[columns[0]]] = tuple(left + row[column] for left, column in zip(before, columns[1:]))
    return sums


def _release(shown):
    chart = shown.chart("file_count", "ranked_year_count")
    if chart is None:
        yield "the tiles of the release are not on the page or asked for no data"
        return
    release, is_synthetic, files = shown.query("select release_id, is_synthetic, landing_file_count from mart.rpt_release")[0]
    wanted = [release, str(files)] + ["SYNTHETIC"] * is_synthetic
    yield from (f"the tiles of the release do not say {word!r}: {chart['text'][:200]}" for word in wanted if word not in chart["text"])
    yield from (f"the foot of chart '{each['name']}' does not say {word!r}: {each['foot'][:200]}"
                for each in shown.charts.values() for word in [release] + ["SYNTHETIC"] * is_synthetic if word not in each["foot"])
    shown.held(chart["viz"])
