"""The brake on log-ins: wrong passwords are counted by address, in a file that all processes of the server share."""

import contextlib
import sqlite3
import time

from flask import request, session

SIGN_IN = ("/login/", "/api/v1/security/login")
TOO_MANY = "Quá nhiều lần đăng nhập; hãy thử lại sau vài phút.\n"


class Attempts:
    """At most `most` attempts of one address within `seconds`."""

    def __init__(self, file, most, seconds, clock=time.time):
        self.file, self.most, self.seconds, self.clock = file, most, seconds, clock
        with self._open() as db:
            db.execute("create table if not exists attempt (address text not null, at real not null)")

    def take(self, address):
        """False when there were too many; otherwise this one counts."""
        now = self.clock()
        with self._open() as db:
            db.execute("delete from attempt where at < ?", (now - self.seconds,))
            taken = db.execute("select count(*) from attempt where address = ?", (address,)).fetchone()[0]
            if taken < self.most:
                db.execute("insert into attempt values (?, ?)", (address, now))
        return taken < self.most

    def give_back(self, address):
        """The latest attempt was a good one; those before it stay."""
        with self._open() as db:
            db.execute("delete from attempt where rowid = (select rowid from attempt where address = ? order by at desc limit 1)", (address,))

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
    """Wrong passwords per address. The right one of somebody does not wipe them out: else a reader who signs in between guesses
    could guess for ever."""

    @app.before_request
    def brake():
        if request.method == "POST" and request.path in SIGN_IN and not attempts.take(request.remote_addr):
            return TOO_MANY, 429
        return None

    @app.after_request
    def forget_the_right_one(response):
        by_form = request.path == "/login/" and request.method == "POST" and session.get("_user_id")
        if by_form or (request.path == "/api/v1/security/login" and response.status_code == 200):
            attempts.give_back(request.remote_addr)
        return response
