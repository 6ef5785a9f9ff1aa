"""An identity provider for trials: OpenID Connect with codes, PKCE and signed tokens, for one person at a time."""

import base64
import hashlib
import json
import secrets
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "xephang", "trial-of-sign-in"


class Provider:
    """`person` holds the claims of whoever signs in next; `forged` signs with a key that is not the published one."""

    def __init__(self, port):
        self.keys = {kind: rsa.generate_private_key(public_exponent=65537, key_size=2048) for kind in ("published", "other")}
        self.person, self.forged, self.codes = {}, False, {}
        self.server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self))
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()

    def description(self):
        at = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token", "userinfo")}
        return {"issuer": self.issuer, **at, "jwks_uri": f"{self.issuer}/jwks", "response_types_supported": ["code"],
                "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}

    def public_keys(self):
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.keys["published"].public_key()))
        return {"keys": [{**key, "kid": "trial", "alg": "RS256", "use": "sig"}]}

    def code_for(self, asked):
        code = secrets.token_urlsafe(16)
        self.codes[code] = {"person": dict(self.person), "nonce": asked["nonce"], "challenge": asked["code_challenge"]}
        return code

    def tokens_for(self, given, credentials):
        """None where the code, the secret of the client or the word behind the challenge is wrong."""
        waiting = self.codes.pop(given.get("code"), None)
        told = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if waiting is None or told != waiting["challenge"] or credentials != f"{CLIENT}:{SECRET}":
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": waiting["nonce"],
                  "sub": waiting["person"]["preferred_username"], **waiting["person"]}
        key = self.keys["other" if self.forged else "published"]
        return {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 300,
                "id_token": jwt.encode(claims, key, algorithm="RS256", headers={"kid": "trial"})}


def _handler(provider):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 (the name is the library's)
            path, _, query = self.path.partition("?")
            asked = dict(urllib.parse.parse_qsl(query))
            if path == "/authorization":
                back = urllib.parse.urlencode({"code": provider.code_for(asked), "state": asked["state"]})
                return self._answer(302, b"", {"Location": f"{asked['redirect_uri']}?{back}"})
            known = {"/.well-known/openid-configuration": provider.description, "/jwks": provider.public_keys}
            return self._json(200, known[path]()) if path in known else self._json(404, {})

        def do_POST(self):  # noqa: N802
            given = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            credentials = base64.b64decode(self.headers.get("Authorization", "Basic ")[6:]).decode()
            tokens = provider.tokens_for(given, credentials)
            return self._json(200, tokens) if tokens else self._json(400, {"error": "invalid_grant"})

        def _json(self, status, content):
            self._answer(status, json.dumps(content).encode(), {"Content-Type": "application/json"})

        def _answer(self, status, body, headers):
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler
