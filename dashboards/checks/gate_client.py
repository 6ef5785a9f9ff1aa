"""One signed-in reader, as a program would be: a token for the API, or a session with its cookie."""

import http.client
import http.cookies
import json
import re
import urllib.parse


class Answer:
    def __init__(self, status, body, headers):
        self.status, self.body, self.headers = status, body, headers

    def json(self):
        return json.loads(self.body)

    def said(self):
        """The message of a refusal, or the start of what came."""
        try:
            answer = self.json()
            found = answer.get("message") or answer.get("errors") or answer.get("error") or answer
            if isinstance(found, list):
                return "; ".join(str(each.get("message", each)) for each in found)
            return str(found)
        except ValueError:
            return self.body[:200].decode(errors="replace")


class Client:
    """Talks to one address; `source` is the address it comes from, which the brake on log-ins counts by."""

    def __init__(self, url, source="127.0.0.1"):
        self.host = urllib.parse.urlsplit(url).netloc
        self.source = source
        self.headers = {}
        self.cookies = {}

    def sign_in(self, username, password):
        answer = self.post("/api/v1/security/login",
                           {"username": username, "password": password, "provider": "db", "refresh": False})
        if answer.status == 200:
            self.headers["Authorization"] = "Bearer " + answer.json()["access_token"]
            self.take_token()
        return answer

    def take_token(self):
        """The token that every change has to carry."""
        answer = self.get("/api/v1/security/csrf_token/")
        if answer.status == 200:
            self.headers["X-CSRFToken"] = answer.json()["result"]

    def open_session(self, username, password):
        """As the sign-in page does: its hidden token, the form, the cookie."""
        page = self.get("/login/").body.decode()
        token = re.search(r'csrf_token[^>]*?value="([^"]+)"|&#34;csrf_token&#34;: &#34;([^&]+)&#34;', page)
        form = {"username": username, "password": password, "csrf_token": (token.group(1) or token.group(2)) if token else ""}
        return self.call("POST", "/login/", urllib.parse.urlencode(form), "application/x-www-form-urlencoded")

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, body):
        return self.call("POST", path, json.dumps(body), "application/json")

    def put(self, path, body):
        return self.call("PUT", path, json.dumps(body), "application/json")

    def delete(self, path):
        return self.call("DELETE", path)

    def call(self, method, path, body=None, kind=None):
        connection = http.client.HTTPConnection(self.host, timeout=90, source_address=(self.source, 0))
        try:
            connection.request(method, path, body=body, headers=self._headers(kind))
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Answer(answer.status, content, answer.headers)

    def _headers(self, kind):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**self.headers, **({"Content-Type": kind} if kind else {}), **({"Cookie": cookie} if cookie else {})}
