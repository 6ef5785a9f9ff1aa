"""What is tried with a session cookie, with many log-ins, and with queries that do not end."""

import secrets
import time

from checks.gate_attempts import RANKS, ask, query, refused
from checks.gate_client import Client
from checks.gate_ways import sql_field

CROSS_JOIN = "select count(*) as n from range(10000000) a, range(10000000) b, range(1000) c"
HUGE_SORT = "select i as n from range(400000000) t(i) order by hash(i)"
ONE_LIST = "list_sum(list_transform(range(100000000), lambda x: x + list_sum(range(100000))))"
LONG_LIST = f"sum({ONE_LIST})"
RUNAWAY = {
    "cross": "administrator: a data set that joins 10^17 rows",
    "sort": "administrator: a data set that sorts 400 million rows",
    "viewer": "viewer: a metric of 10^13 steps in one list",
    "analyst": "analyst: the same in a column",
}

def runaway(trial, readers, name):
    began = time.monotonic()
    if name in ("cross", "sort"):
        answer = _in_dataset(trial, CROSS_JOIN if name == "cross" else HUGE_SORT, name)
    else:
        world = type("Only", (), {"datasets": trial.datasets})
        part = {"columns": [], "metrics": [sql_field(LONG_LIST)]} if name == "viewer" else {"columns": [sql_field(ONE_LIST)]}
        answer = ask(readers[name], query(world, RANKS, **part))
    took = time.monotonic() - began
    return refused(answer) + ("" if took < 40 else f" after {took:.0f} s") if answer.status != 200 else "answered"


def _in_dataset(trial, sql, name):
    """The SQL comes second: a new data set is tried out by Superset at once."""
    made = trial.admin.post("/api/v1/dataset/", {"database": trial.database, "schema": "mart", "table_name": f"gate_{name}",
                                                 "sql": "select 1 as n"})
    if made.status != 201:
        return made
    trial.made.append(made.json()["id"])
    trial.admin.put(f"/api/v1/dataset/{made.json()['id']}", {"sql": sql})
    world = type("Only", (), {"datasets": {RANKS: made.json()["id"]}})
    return ask(trial.admin, query(world, RANKS, columns=["n"]))


# -- sessions ----------------------------------------------------------------------------------------------------------

def _signed_in(url, username, password):
    client = Client(url)
    client.open_session(username, password)
    return client


def is_signed_in(client):
    answer = client.get("/api/v1/me/")
    return "signed in" if answer.status == 200 else refused(answer)


def sign_in(url, username, password):
    return is_signed_in(_signed_in(url, username, password))


def form_without_token(url, username, password):
    client = Client(url)
    client.call("POST", "/login/", f"username={username}&password={password}", "application/x-www-form-urlencoded")
    return is_signed_in(client)


def change_without_token(url, username, password):
    client = _signed_in(url, username, password)
    answer = client.put("/api/v1/me/", {"first_name": "Other"})
    return "done" if answer.status == 200 else refused(answer)


def change_with_token(url, username, password):
    client = _signed_in(url, username, password)
    client.take_token()
    answer = client.put("/api/v1/me/", {"first_name": "Try"})
    return "done" if answer.status == 200 else refused(answer)


def cookie_after_sign_out(url, username, password):
    client = _signed_in(url, username, password)
    copied = Client(url)
    copied.cookies = dict(client.cookies)
    before = is_signed_in(copied)
    client.get("/logout/")
    return f"{before}, then {is_signed_in(copied)}"


def planted_cookie(url, username, password):
    """Somebody gives the reader a cookie of his own before the reader signs in."""
    client, planter = Client(url), Client(url)
    client.get("/login/")
    planter.cookies = dict(client.cookies)
    client.open_session(username, password)
    return f"the reader {is_signed_in(client)}, who planted it {is_signed_in(planter)}"


def cookie_marks(url, username, password):
    client = Client(url)
    lines = client.get("/login/").headers.get_all("Set-Cookie") or []
    session = [line for line in lines if line.startswith("session=")]
    return ", ".join(mark for mark in ("HttpOnly", "Secure", "SameSite=Lax") if session and mark in session[0])


def headers(url, username, password):
    found = Client(url).get("/login/").headers
    policy = found.get("Content-Security-Policy", "")
    own = [part for part in policy.split("; ") if part.startswith(("default-src", "connect-src", "frame-ancestors"))]
    return "; ".join(f"`{part}`" for part in sorted(own)) + f"; X-Content-Type-Options {found.get('X-Content-Type-Options')}"


def other_origin(url, username, password):
    client = Client(url)
    client.headers["Origin"] = "https://tile.openstreetmap.org"
    allowed = client.get("/login/").headers.get("Access-Control-Allow-Origin")
    return f"allowed: {allowed}" if allowed else "not allowed"


def _new_address():
    """Of this machine; nobody guessed from it yet."""
    return f"127.{1 + secrets.randbelow(250)}.{secrets.randbelow(250)}.{1 + secrets.randbelow(250)}"


def many_passwords(url, username, password):
    """From an address of its own, since the brake counts by address."""
    client = Client(url, source=_new_address())
    codes = [client.sign_in(username, "wrong").status for _ in range(11)]
    last = client.sign_in(username, password).status
    return f"{codes.count(401)} times not signed in (401), then {codes[-1]}; the right password then: {last}"


def guesses_between(url, username, password):
    """A reader guesses the password of the administrator, and signs in as himself now and then to be forgiven."""
    client = Client(url, source=_new_address())
    codes = []
    for _ in range(3):
        codes += [client.sign_in("admin", "wrong").status for _ in range(5)] + [client.sign_in(username, password).status]
        client.headers.clear()
    return f"{codes.count(401)} times not signed in (401), then {codes[-1]}"


def guesses_beside(url, username, password):
    """The same, but his own session, which needs no password any more, asks the sign-in page for forgiveness."""
    source = _new_address()
    own, client, codes = Client(url, source=source), Client(url, source=source), []
    own.open_session(username, password)
    for _ in range(3):
        codes += [client.sign_in("admin", "wrong").status for _ in range(4)]
        own.call("POST", "/login/", "", "application/x-www-form-urlencoded")
    return f"{codes.count(401)} times not signed in (401), then {codes[-1]}"


def kept(url, username, password):
    """Whether a proxy or a browser may keep what it carries."""
    client = _signed_in(url, username, password)
    return " and ".join(f"{client.get(path).headers.get('Cache-Control')} for {what}"
                        for path, what in (("/api/v1/dashboard/", "answers"), ("/superset/dashboard/lanh-dao/", "pages")))


def weak_password(url, username, password):
    client = _signed_in(url, username, password)
    client.take_token()
    return "done" if client.put("/api/v1/me/", {"password": "abc"}).status == 200 else "refused"


SESSION = [
    ("signing in with the form", sign_in),
    ("the form without its hidden token", form_without_token),
    ("a change without the token of the session", change_without_token),
    ("a change with it", change_with_token),
    ("a copied cookie after its owner signed out", cookie_after_sign_out),
    ("a cookie that somebody planted before the reader signed in", planted_cookie),
    ("marks of the session cookie (Secure comes with the proxy setting)", cookie_marks),
    ("what a page may load, and who may frame it", headers),
    ("a page of another origin asks", other_origin),
    ("what proxies and browsers may keep", kept),
    ("the password abc", weak_password),
    ("eleven wrong passwords", many_passwords),
    ("wrong passwords of admin, with a right one of one's own after every five", guesses_between),
    ("wrong passwords of admin, with a form sent by one's own session after every four", guesses_beside),
]
