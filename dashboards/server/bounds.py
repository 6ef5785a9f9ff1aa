"""How much a chart request may ask of the server itself: what runs in Python is reached by no limit of DuckDB.

Steps after the query (a histogram of 30 million bins, ten seconds of which series for twenty years, a table of every unit against
every unit) took gigabytes and minutes before they were bounded. What is forgotten here ends at the memory limit of the process."""

import resource

MOST_QUERIES, MOST_OFFSETS, MOST_STEPS = 10, 10, 20
LARGEST_TABLE = 2_000_000  # cells


def limit_memory(bytes_):
    """Of the whole process: what asks for more gets an error, where the system would otherwise kill the server."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (bytes_, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (OSError, ValueError):
        pass  # macOS knows no such limit


def limit_requests():
    """How many queries, times to compare with and steps one request may hold."""
    from marshmallow.validate import Length
    from superset.charts.schemas import ChartDataQueryContextSchema, ChartDataQueryObjectSchema

    query = ChartDataQueryObjectSchema._declared_fields
    ChartDataQueryContextSchema._declared_fields["queries"].validators.append(Length(max=MOST_QUERIES))
    query["time_offsets"].validators.append(Length(max=MOST_OFFSETS))
    query["post_processing"].validators.append(Length(max=MOST_STEPS))


def limit_steps():
    """Refuses a step after the query, or a pivot table to be exported, that would make too large a table."""
    from superset.charts import client_processing
    from superset.utils import pandas_postprocessing as steps

    for module, name, cells in ((steps, "histogram", _histogram), (steps, "resample", _resampled), (steps, "pivot", _pivot),
                                (client_processing, "pivot_df", _exported)):
        setattr(module, name, _bounded(getattr(module, name), cells))


def _bounded(step, cells):
    from superset.exceptions import InvalidPostProcessingError

    def bounded(df, *args, **options):
        if cells(df, *args, **options) > LARGEST_TABLE:
            raise InvalidPostProcessingError(f"This would make a table of more than {LARGEST_TABLE:,} cells.")
        return step(df, *args, **options)

    return bounded


def _histogram(df, column=None, groupby=None, bins=5, **_):
    return int(bins) * (len(df) if groupby else 1)


def _resampled(df, rule, *_, **__):
    from pandas import DatetimeIndex
    from pandas.tseries.frequencies import to_offset

    if not isinstance(df.index, DatetimeIndex) or len(df) < 2:
        return 0
    first, last = df.index.min(), df.index.max()
    return (last - first) / ((first + to_offset(rule)) - first) * max(1, len(df.columns))


def _pivot(df, index, aggregates, columns=None, **_):
    return _kinds(df, index) * _kinds(df, columns) * max(1, len(aggregates))


def _exported(df, rows, columns, metrics, *_, **__):
    return _kinds(df, rows) * _kinds(df, columns) * max(1, len(metrics))


def _kinds(df, columns):
    """Combinations of values that occur, at least one."""
    known = [column for column in columns or [] if column in df.columns]
    return max(1, len(df[known].drop_duplicates())) if known else 1
