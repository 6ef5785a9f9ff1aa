"""Who may see what, as far as it is decided without Superset."""

import tempfile
import textwrap
import unittest
from pathlib import Path

from access.rules import BY_UNIT, HIDDEN, OPEN, UNIT_PREFIX, clause_of, matching, narrowed, read_groups, read_roles, read_users, rows_for_own_units
from failures import AssetsRefused

ROLES = {"roles": {"viewer": {"rows": "own units"}, "leadership": {"rows": "all"}}}
OPEN_VIEWS = ["rpt_ranking", "dim_org_unit"]


def written(text):
    folder = tempfile.mkdtemp()
    path = Path(folder) / "file.yaml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


class RowsTest(unittest.TestCase):
    def test_shows_all_rows_of_a_dataset_that_reads_open_views_only(self):
        sql = "select * from mart.rpt_ranking r join mart.dim_org_unit using (org_unit_id)"
        self.assertEqual(OPEN, rows_for_own_units(sql, "ranking", {"year"}, OPEN_VIEWS))

    def test_cuts_a_dataset_over_details_by_its_unit(self):
        sql = 'select * from mart."rpt_score_breakdown"'
        self.assertEqual(BY_UNIT, rows_for_own_units(sql, "points", {"org_unit_id", "points"}, OPEN_VIEWS))

    def test_hides_a_dataset_over_details_that_names_no_unit(self):
        sql = "select * from mart.rpt_ranking, mart.fct_observation"
        self.assertEqual(HIDDEN, rows_for_own_units(sql, "values", {"value"}, OPEN_VIEWS))

    def test_takes_a_view_without_sql_by_its_name(self):
        self.assertEqual(OPEN, rows_for_own_units(None, "rpt_ranking", {"org_unit_id"}, OPEN_VIEWS))
        self.assertEqual(BY_UNIT, rows_for_own_units(None, "fct_score", {"org_unit_id"}, OPEN_VIEWS))

    def test_takes_what_it_does_not_know_for_details(self):
        for sql in ("select * from stg.rank", "select * from query('select 1')", "select 1 as nothing_read",
                    "select * from mart.rpt_ranking, duckdb_tables()"):
            self.assertEqual(HIDDEN, rows_for_own_units(sql, "x", {"value"}, OPEN_VIEWS), sql)

    def test_asks_the_release_what_belongs_to_a_unit(self):
        self.assertEqual("org_unit_id in (select reached_org_unit_id from mart.dim_org_unit_reach "
                         "where org_unit_id = 'VNM.long-an')", clause_of("VNM.long-an"))

    def test_opens_a_page_on_the_unit_of_the_reader_by_the_same_name_of_role(self):
        fragment = (Path(__file__).resolve().parents[1] / "assets" / "fragments" / "reader.sql").read_text(encoding="utf-8")
        self.assertIn(f"'{UNIT_PREFIX}' || org_unit_id in", fragment)

    def test_finds_a_median_that_a_row_rule_would_cut(self):
        self.assertEqual([("fct_score", "peers")], narrowed(["fct_score"], {
            "peers": "select median(points) from mart.fct_score", "ranks": "select * from mart.rpt_ranking"}))


class FilesTest(unittest.TestCase):
    def test_accepts_the_files_that_ship(self):
        declared = read_roles()
        users = read_users(Path(__file__).resolve().parents[1] / "access" / "users.example.yaml", declared)
        self.assertEqual({"viewer", "leadership", "analyst", "operator", "administrator"}, {user["role"] for user in users})

    def test_refuses_a_users_file_with_every_problem_at_once(self):
        path = written("""
            users:
            - {username: an, first_name: A, last_name: N, email: an@x.vn, role: viewer}
            - {username: an, first_name: A, last_name: N, email: an@x.vn, role: leadership, units: [VNM.long-an]}
            - {username: Ha, first_name: H, last_name: A, email: ha@x.vn, role: reader, phone: 1}
            - {username: admin, first_name: H, email: ad@x.vn, role: administrator}
            """)
        with self.assertRaises(AssetsRefused) as refused:
            read_users(path, ROLES)
        self.assertEqual("""file.yaml is refused:
  user an: role viewer sees own units only, so name at least one in units
  user an: role leadership sees every unit; take units out
  user an: the name is taken
  user Ha: unknown field 'phone'
  user Ha: a username has 2 to 63 of a-z 0-9 . _ - and begins with a letter or digit
  user Ha: role 'reader' is not in roles.yaml
  user admin: last_name is missing
  user admin: the name is taken""", str(refused.exception))

    def test_accepts_groups_of_an_identity_provider(self):
        path = written("groups: [{group: so-tu-phap, role: viewer, units: [VNM.ha-tinh]}, {group: cuc, role: leadership}]")
        self.assertEqual([[], ["VNM.ha-tinh"]], sorted(group["units"] for group in read_groups(path, ROLES)))

    def test_refuses_groups_with_every_problem_at_once(self):
        path = written("""
            groups:
            - {group: so, role: viewer}
            - {group: so, role: reader, claim: x}
            - {role: leadership, units: [VNM.ha-tinh]}
            """)
        with self.assertRaises(AssetsRefused) as refused:
            read_groups(path, ROLES)
        self.assertEqual("""file.yaml is refused:
  group so: role viewer sees own units only, so name at least one in units
  group so: unknown field 'claim'
  group so: role 'reader' is not in roles.yaml
  group number 3: group is missing
  group number 3: role leadership sees every unit; take units out
  group so: it stands twice""", str(refused.exception))

    def test_refuses_roles_with_every_problem_at_once(self):
        path = written("""
            permissions: {read: [can_read Chart, can_read]}
            roles:
              viewer: {permissions: [read, draw], dashboards: [pci], rows: some}
              guest: {permissions: [read], dashboards: [], rows: all}
            """)
        with self.assertRaises(AssetsRefused) as refused:
            read_roles(path)
        self.assertEqual("""file.yaml is refused:
  role viewer: rows is 'some'; write 'own units' or 'all'
  role viewer: no group of permissions is called 'draw'
  role guest: it has no dashboards
  permission 'can_read': write '<permission> <what>'""", str(refused.exception))

    def test_says_which_address_of_a_dashboard_leads_nowhere(self):
        self.assertEqual(({"lanh-dao", "leadership"}, ["pci"]),
                         matching(["lanh-dao", "leadership", "operators"], ["l*", "pci"]))


if __name__ == "__main__":
    unittest.main()
