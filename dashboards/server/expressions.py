"""Which SQL a reader may write into a chart: arithmetic over the columns, with functions that end.

DuckDB cannot be interrupted inside one call of a function, so a metric with nested lists, or a pattern with many wildcards, would
hold a processor for days, nested replacements would fill the memory, and a template would hold the whole server; neither the time
limit nor the memory limit reaches them. Hence a list of what is allowed, for everybody. SQL of datasets is not concerned: only
administrators write it."""

import sqlglot
from sqlglot import exp

FUNCTIONS = frozenset("""
    abs all and any any_value approx_distinct arg_max arg_min avg between case cast ceil coalesce concat concat_ws corr count
    count_if covar_pop covar_samp current_date date_diff date_trunc day day_of_month day_of_week extract first floor greatest
    if is_inf is_nan kurtosis last least left length lower ltrim max median min mod mode month nullif or percentile_cont
    percentile_disc pow power quantile quarter rank right round row_number dense_rank percent_rank ntile lag lead
    first_value last_value sign skewness sqrt starts_with stddev stddev_pop stddev_samp strpos str_position substring sum
    time_to_str timestamp_trunc trim try_cast upper var_pop var_samp variance variance_pop year bool_and bool_or
    logical_and logical_or xor arg_max_null contains ln log exp sum_if min_by max_by ts_or_ds_to_date rtrim
    """.split())
NEVER = (exp.Lambda, exp.Subquery, exp.Table, exp.From, exp.Comprehension, exp.Unnest, exp.Command, exp.Union, exp.Parameter,
         exp.Placeholder)
PATTERNS = (exp.Like, exp.ILike, exp.Glob, exp.SimilarTo)
PATTERN_FILTERS = ("LIKE", "NOT LIKE", "ILIKE", "NOT ILIKE")
LONGEST, MOST_WILDCARDS = 4_000, 2
TOO_WILD = f"A pattern in a chart is a text with at most {MOST_WILDCARDS} wildcards."


def problem_of(expression):
    """Why an expression is not allowed, or None. It comes with Superset's `SELECT` before it."""
    if len(expression) > LONGEST:
        return f"An expression in a chart has at most {LONGEST:,} characters."
    if "{{" in expression or "{%" in expression:
        return "An expression in a chart cannot hold a template; put it into the dataset."
    try:
        parsed = sqlglot.parse(expression, dialect="duckdb")
    except (sqlglot.errors.SqlglotError, RecursionError):
        return "This is not an expression that a chart may hold: it cannot be read."
    if len(parsed) != 1 or not isinstance(parsed[0], exp.Select) or _clauses(parsed[0]) - {"expressions", "order"}:
        return "An expression in a chart cannot hold a sub-query, a table, a list expression or a function of its own."
    return next(filter(None, map(_problem_at, parsed[0].walk())), None)


def _clauses(select):
    return {name for name, value in select.args.items() if value}


def _problem_at(node):
    if isinstance(node, NEVER) or (isinstance(node, exp.Select) and node.parent):
        return "An expression in a chart cannot hold a sub-query, a table, a list expression or a function of its own."
    if isinstance(node, PATTERNS) and not (isinstance(node.expression, exp.Literal) and is_tame(node.expression.name)):
        return TOO_WILD
    name = _function(node)
    if name and name not in FUNCTIONS:
        return f"The function {name} is not among those that an expression in a chart may call."
    return None


def is_tame(pattern):
    """DuckDB tries every place for every wildcard: with eight of them over sixty letters, thousands of millions of places."""
    return sum(pattern.count(wildcard) for wildcard in "%*+{") <= MOST_WILDCARDS


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
        self.extras.pop("transpile_to_dialect", None)  # it would read the clause by other rules than we did
        for asked in self.filter:
            if str(asked.get("op")).upper() in PATTERN_FILTERS and not is_tame(str(asked.get("val"))):
                raise QueryObjectValidationError(TOO_WILD)
        return sanitize(self)

    ExploreMixin._process_sql_expression = limited_process
    QueryObject._sanitize_filters = limited_sanitize
