"""Row rules are put into force before anything that a reader writes is looked at.

Superset joins the row rule and a reader's condition by AND, and DuckDB takes them in the order it likes. So `substring(name, case
when org_unit_id = '...' and points > 50 then -9223372036854775808 else 1 end)` failed, or did not, by the points of a unit that the rule
hides: one answer per question, and enough questions are the whole table. Across a limit no condition moves."""

NO_LIMIT = 2**63 - 1


def cut_rows_first():
    import sqlalchemy as sa
    from superset.connectors.sqla.models import SqlaTable
    from superset.models.helpers import VIRTUAL_TABLE_ALIAS

    whole = SqlaTable.get_from_clause

    def own_rows(self, template_processor=None):
        source, cte = whole(self, template_processor)
        rules = self.get_sqla_row_level_filters(template_processor)
        if not rules:
            return source, cte
        cut = sa.select([sa.text("*")]).select_from(source).where(sa.and_(*rules)).limit(NO_LIMIT)
        return cut.alias(VIRTUAL_TABLE_ALIAS), cte

    SqlaTable.get_from_clause = own_rows
