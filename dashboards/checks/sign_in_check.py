"""Signs in readers of an identity provider, one that runs here for the trial, and writes down what came back.

`manage.py sign-in-check` restarts the server with this provider, calls this, and restarts it as it was."""

import argparse
import os
import sys
import urllib.parse
from pathlib import Path

from checks.gate_client import Client
from checks.sign_in_provider import Provider

INSTANCE = Path(os.environ["XEPHANG_SUPERSET_DIR"])
PEOPLE = {
    "nguyen-a": {"given_name": "A", "family_name": "Nguyễn", "email": "a@example.vn"},
    "tran-b": {"given_name": "B", "family_name": "Trần", "email": "b@example.vn"},
    "admin": {"given_name": "C", "family_name": "Lê", "email": "c@example.vn"},
}
HA_TINH, ANALYSTS = "so-tu-phap-ha-tinh", "cuc-phan-tich"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--port", type=int, required=True)
    options = arguments.parse_args()
    provider = Provider(options.port)
    rows = [(what, tried(options.url, provider)) for what, tried in ATTEMPTS]
    provider.close()
    print("| Tried | Came back |\n|---|---|\n" + "\n".join(f"| {what} | {came} |" for what, came in rows))
    return 0


def signed_in(url, provider, name, groups, change=lambda address: address):
    """Follows the redirects as a browser does: to the provider, back with a code, in or to the sign-in page."""
    provider.person = {"preferred_username": name, "groups": groups, **PEOPLE[name]}
    client, browser_at_provider = Client(url), Client(provider.issuer)
    there = client.get("/login/oidc").headers["Location"]
    back = change(browser_at_provider.get(there.removeprefix(provider.issuer)).headers["Location"])
    client.get(back.removeprefix(url))
    return client


def who(client):
    answer = client.get("/api/v1/me/roles/")
    if answer.status != 200:
        return "not let in"
    return "; ".join(sorted(name for name in answer.json()["result"]["roles"] if name != "xephang-by-provider"))


def points_of(client):
    """Whose points by criterion the reader gets, by name, over the units of the ranking."""
    charts = client.get("/api/v1/dashboard/lanh-dao/charts").json()["result"]
    dataset = {each["slice_name"]: int(each["form_data"]["datasource"].split("__")[0]) for each in charts}
    number = dataset["Mạnh ở đâu và yếu ở đâu so với các đơn vị khác"]
    page = dataset["Đơn vị được chọn trong năm được chọn"]
    found = []
    for unit in ("Hà Tĩnh", "Long An"):
        chosen = [{"col": "chosen_unit", "op": "IN", "val": [unit]}]
        answer = client.post("/api/v1/chart/data", {
            "datasource": {"id": number, "type": "table"}, "form_data": {"extra_form_data": {"filters": chosen}},
            "queries": [{"columns": ["points_share"], "filters": chosen}]})
        rows = answer.json()["result"][0]["data"] if answer.status == 200 else []
        found += [unit] if any(row["points_share"] is not None for row in rows) else []
    opened = client.post("/api/v1/chart/data", {"datasource": {"id": page, "type": "table"}, "queries": [{"columns": ["unit"]}]})
    return f"the page opens on {opened.json()['result'][0]['data'][0]['unit']}, points shown of {', '.join(found) or 'nobody'}"


def viewer(url, provider):
    client = signed_in(url, provider, "nguyen-a", [HA_TINH, "everybody"])
    return f"{who(client)}; {points_of(client)}"


def analyst(url, provider):
    client = signed_in(url, provider, "tran-b", [ANALYSTS])
    return f"{who(client)}; {points_of(client)}"


def other_group(url, provider):
    return who(signed_in(url, provider, "nguyen-a", [ANALYSTS]))


def no_group(url, provider):
    return who(signed_in(url, provider, "nguyen-a", ["everybody"]))


def called_admin(url, provider):
    return who(signed_in(url, provider, "admin", [ANALYSTS]))


def forged_token(url, provider):
    provider.forged = True
    try:
        return who(signed_in(url, provider, "tran-b", [ANALYSTS]))
    finally:
        provider.forged = False


def other_state(url, provider):
    return who(signed_in(url, provider, "tran-b", [ANALYSTS], lambda back: back + "x"))


def other_code(url, provider):
    return who(signed_in(url, provider, "tran-b", [ANALYSTS], lambda back: back.replace("code=", "code=x")))


def next_page(url, provider):
    client = Client(url)
    provider.person = {"preferred_username": "tran-b", "groups": [ANALYSTS], **PEOPLE["tran-b"]}
    there = client.get("/login/oidc?next=" + urllib.parse.quote("https://elsewhere.example/")).headers["Location"]
    back = Client(provider.issuer).get(there.removeprefix(provider.issuer)).headers["Location"]
    return "led to " + (client.get(back.removeprefix(url)).headers["Location"] or "nowhere")


def password_form(url, provider):
    client = Client(url)
    answer = client.open_session("admin", (INSTANCE / "admin_password").read_text().strip())
    return f"no such form ({answer.status}), {who(client)}"


ATTEMPTS = [
    (f"a reader in the group {HA_TINH}, which gives a viewer of Hà Tĩnh", viewer),
    (f"a reader in the group {ANALYSTS}, which gives an analyst", analyst),
    (f"the first reader again, by now in {ANALYSTS}", other_group),
    ("the first reader again, by now in no known group", no_group),
    ("somebody whom the provider calls admin", called_admin),
    ("a token signed with another key", forged_token),
    ("another state than was sent along", other_state),
    ("a code that was not given out", other_code),
    ("a page of another host to go to afterwards", next_page),
    ("the form for passwords", password_form),
]

if __name__ == "__main__":
    sys.exit(main())
