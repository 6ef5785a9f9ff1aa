"""Which SQL a reader may write into a chart."""

import unittest

from server.expressions import problem_of

ALLOWED = [
    "avg(points)", "count(distinct org_unit_id)", "max(case when rank <= 3 then points end) / nullif(sum(max_points), 0)",
    "sum(points) filter (where is_synthetic)", "quantile_cont(points, 0.5)", "rank() over (partition by year order by points desc)",
    "year(published_at)", "date_trunc('year', period_start_on)", "points::double", "org_unit_name_vi || ' ' || year",
    "arg_max(org_unit_name_vi, points)", "rank between 1 and 3 and not is_tied or year in ('2015', '2016')",
    "org_unit_name_vi ilike '%an%'", "org_unit_name_vi not like 'Tỉnh %'", "round(avg(points), 2)", "coalesce(rank, 0)", "1=1 or 1=1 --",
]
LISTS = [
    "list_sum(range(10))", "sum(list_sum(list_transform(range(10), lambda x: x + 1)))", "list_reduce([1, 2], (a, b) -> a + b)",
    "[x for x in range(5)]", "repeat('x', 1000000000)", "replace(replace(name, 'a', 'aaa'), 'a', 'aaa')", "unnest(range(10))", "getenv('HOME')",
    "current_setting('memory_limit')", "pg_size_pretty(1)", "printf('%1000000000d', 1)", "string_split('a', '')",
]
TABLES = ["(select max(points) from mart.fct_score)", "(from mart.fct_score select max(points))", "x from mart.fct_score",
          "exists (from glob('*'))", "1 union select 2", "1; select 2", "1 limit 1", "1 group by 1", "1 using sample 5", "1 into x"]
WILD = ["name ilike '%a%a%a%'", "name like '%_a%_a%_a%'", "name glob '*?a*?a*'", "name similar to '(a*)*b*'", "name like other",
        "name not ilike concat('%', other)", "name like '%a%a%a%' escape '$'"]


class ExpressionsTest(unittest.TestCase):
    def test_accepts_arithmetic_conditions_and_aggregates(self):
        for expression in ALLOWED:
            self.assertIsNone(problem_of("SELECT " + expression), expression)

    def test_accepts_an_order(self):
        self.assertIsNone(problem_of("SELECT 1 ORDER BY max(points)"))

    def test_refuses_functions_that_need_not_end(self):
        for expression in LISTS:
            self.assertIsNotNone(problem_of("SELECT " + expression), expression)

    def test_refuses_tables_and_sub_queries(self):
        for expression in TABLES:
            self.assertIsNotNone(problem_of("SELECT " + expression), expression)

    def test_refuses_templates(self):
        for expression in ("{{ filter_values('year') }}", "{% for i in range(9) %}{% endfor %}1"):
            self.assertEqual("An expression in a chart cannot hold a template; put it into the dataset.",
                             problem_of("SELECT " + expression))

    def test_refuses_patterns_that_try_every_place(self):
        for expression in WILD:
            self.assertEqual("A pattern in a chart is a text with at most 2 wildcards.", problem_of("SELECT " + expression), expression)

    def test_refuses_what_it_cannot_read(self):
        for expression in ("1=1) or (1=1", "max((table mart.fct_score))", "(" * 1500 + "1" + ")" * 1500):
            self.assertEqual("This is not an expression that a chart may hold: it cannot be read.", problem_of("SELECT " + expression))

    def test_refuses_what_is_too_long_to_read(self):
        self.assertIsNone(problem_of("SELECT " + "+".join("1" * 1000)))
        self.assertEqual("An expression in a chart has at most 4,000 characters.", problem_of("SELECT " + "+".join("1" * 2000)))

    def test_names_the_function_that_it_refuses(self):
        self.assertEqual("The function getenv is not among those that an expression in a chart may call.",
                         problem_of("SELECT getenv('HOME')"))


if __name__ == "__main__":
    unittest.main()
