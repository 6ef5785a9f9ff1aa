"""The brake on log-ins: wrong passwords are counted by address, in a file that all processes of the server share."""

import contextlib
import sqlite3
import time

from flask import g, request, session

SIGN_IN = ("/login/", "/api/v1/security/login")
TOO_MANY = "Quá nhiều lần đăng nhập; hãy thử lại sau vài phút.\n"


class Attempts:
    """At most `most` attempts of one address within `seconds`."""

    def __init__(self, file, most, seconds, clock=time.time):
        self.file, self.most, self.seconds, self.clock = file, most, seconds, clock
        with self._open() as db:
            db.execute("create table if not exists attempt (address text not null, at real not null)")

    def take(self, address):
        """The number of this attempt, which counts from now on; None when there were too many."""
        now = self.clock()
        with self._open() as db:
            db.execute("delete from attempt where at < ?", (now - self.seconds,))
            taken = db.execute("select count(*) from attempt where address = ?", (address,)).fetchone()[0]
            return db.execute("insert into attempt values (?, ?)", (address, now)).lastrowid if taken < self.most else None

    def give_back(self, number):
        """That attempt was a good one; the others stay."""
        with self._open() as db:
            db.execute("delete from attempt where rowid = ?", (number,))

    @contextlib.contextmanager
    def _open(self):
        """One writer at a time, whatever process it is in."""
        db = sqlite3.connect(self.file, timeout=30, isolation_level=None)
        try:
            db.execute("begin immediate")
            yield db
            db.execute("commit")
        finally:
            db.close()


def limit_login_attempts(app, attempts):
    """Wrong passwords per address. A right one gives back its own attempt and no other: else a reader who signs in, or is signed in
    already, between guesses could guess for ever."""

    @app.before_request
    def brake():
        if request.method != "POST" or request.path not in SIGN_IN:
            return None
        number = attempts.take(request.remote_addr)
        if number is None:
            return TOO_MANY, 429
        if request.path != "/login/" or not session.get("_user_id"):  # else Superset looks at no password
            g.sign_in_attempt = number
        return None

    @app.after_request
    def forget_the_right_one(response):
        number = g.get("sign_in_attempt")
        if number is not None and (session.get("_user_id") if request.path == "/login/" else response.status_code == 200):
            attempts.give_back(number)
        return response
