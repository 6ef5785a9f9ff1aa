"""Which SQL a reader may write into a chart: arithmetic over the columns, with functions that end.

DuckDB cannot be interrupted inside one call of a function, so a metric with nested lists would hold a processor for days, and
a template in an expression the whole server; neither the time limit nor the memory limit reaches them. Hence a list of what is
allowed, for everybody. SQL of datasets is not concerned: only administrators write it."""

import sqlglot
from sqlglot import exp

FUNCTIONS = frozenset("""
    abs all and any any_value approx_distinct arg_max arg_min avg between case cast ceil coalesce concat concat_ws corr count
    count_if covar_pop covar_samp current_date date_diff date_trunc day day_of_month day_of_week extract first floor greatest
    if is_inf is_nan kurtosis last least left length lower ltrim max median min mod mode month nullif or percentile_cont
    percentile_disc pow power quantile quarter rank replace right round row_number dense_rank percent_rank ntile lag lead
    first_value last_value sign skewness sqrt starts_with stddev stddev_pop stddev_samp strpos str_position substring sum
    time_to_str timestamp_trunc trim try_cast upper var_pop var_samp variance variance_pop year bool_and bool_or
    logical_and logical_or xor arg_max_null contains ln log exp sum_if min_by max_by ts_or_ds_to_date rtrim
    """.split())
NEVER = (exp.Lambda, exp.Subquery, exp.Table, exp.From, exp.Comprehension, exp.Unnest, exp.Command, exp.Union, exp.Parameter,
         exp.Placeholder)


def problem_of(expression):
    """Why an expression is not allowed, or None. It comes with Superset's `SELECT` before it."""
    if "{{" in expression or "{%" in expression:
        return "An expression in a chart cannot hold a template; put it into the dataset."
    try:
        parsed = sqlglot.parse(expression, dialect="duckdb")
    except sqlglot.errors.SqlglotError:
        return None  # Superset refuses it in its own words
    for node in (each for statement in parsed if statement for each in statement.walk()):
        if isinstance(node, NEVER) or (isinstance(node, exp.Select) and node.parent):
            return "An expression in a chart cannot hold a sub-query, a table, a list expression or a function of its own."
        name = _function(node)
        if name and name not in FUNCTIONS:
            return f"The function {name} is not among those that an expression in a chart may call."
    return None


def _function(node):
    if isinstance(node, (exp.Anonymous, exp.AnonymousAggFunc)):
        return node.name.lower()
    return node.sql_name().lower() if isinstance(node, exp.Func) and not isinstance(node, exp.Connector) else None


def limit_expressions():
    from superset.common.query_object import QueryObject
    from superset.exceptions import QueryObjectValidationError
    from superset.models.helpers import ExploreMixin

    def require(expression):
        problem = problem_of(expression) if isinstance(expression, str) and expression else None
        if problem:
            raise QueryObjectValidationError(problem)

    process, sanitize = ExploreMixin._process_sql_expression, QueryObject._sanitize_filters

    def limited_process(self, expression, *args, **kwargs):
        require(expression)
        return process(self, expression, *args, **kwargs)

    def limited_sanitize(self):
        for part in ("where", "having"):
            require(f"SELECT {self.extras[part]}" if self.extras.get(part) else None)
        return sanitize(self)

    ExploreMixin._process_sql_expression = limited_process
    QueryObject._sanitize_filters = limited_sanitize
