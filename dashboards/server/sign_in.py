"""Readers from an identity provider (OpenID Connect). Who somebody is says the provider; what he may see says the users file, by his
groups. Used from <lake>/superset/local_config.py (docs/dashboards-operation.md); needs Authlib, which is no part of the pinned set."""

import json
import logging
import os
from pathlib import Path

from flask_appbuilder.const import AUTH_OAUTH
from superset.security import SupersetSecurityManager

from access.rules import BY_PROVIDER, GROUPS_FILE

PROVIDER = "oidc"


def settings(issuer, client_id, client_secret, scope="openid profile email groups"):
    """What Superset's configuration takes. `issuer` is the address under which the provider describes itself."""
    app = {"client_id": client_id, "client_secret": client_secret, "server_metadata_url": f"{issuer}/.well-known/openid-configuration",
           "client_kwargs": {"scope": scope, "code_challenge_method": "S256"}}
    return {"AUTH_TYPE": AUTH_OAUTH, "CUSTOM_SECURITY_MANAGER": ReadersOfProvider,
            "OAUTH_PROVIDERS": [{"name": PROVIDER, "icon": "fa-key", "token_key": "access_token", "remote_app": app}]}


class ReadersOfProvider(SupersetSecurityManager):
    groups_claim = "groups"

    def oauth_user_info(self, provider, response=None):
        """From the ID token, whose signature, audience and nonce Authlib has checked."""
        claims = (response or {}).get("userinfo") or {}
        groups = claims.get(self.groups_claim) or []
        return {"username": claims.get("preferred_username"), "first_name": claims.get("given_name", ""),
                "last_name": claims.get("family_name", ""), "email": claims.get("email", ""),
                "role_keys": [groups] if isinstance(groups, str) else groups}

    def auth_user_oauth(self, userinfo):
        """None, so that he is not let in, for whoever is in no known group, and for a name that signs in with a password."""
        name, roles = userinfo.get("username"), self._roles_of(userinfo["role_keys"])
        user = self.find_user(username=name) if name else None
        taken = user is not None and BY_PROVIDER not in {role.name for role in user.roles}
        if not name or not roles or taken:
            logging.getLogger(__name__).warning("not let in: %r, groups %s", name, userinfo["role_keys"])
            return None
        if user is None:
            return self.add_user(name, userinfo["first_name"], userinfo["last_name"], userinfo["email"] or f"{name}@localhost", roles)
        user.roles = roles
        self.update_user_auth_stat(user)
        return user

    def _roles_of(self, groups):
        """Afresh at each sign-in, so that a group that is taken away takes its rows away."""
        file = Path(os.environ["XEPHANG_SUPERSET_DIR"]) / GROUPS_FILE
        known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        names = {role for group in groups for role in known.get(group, [])}
        found = [self.find_role(name) for name in sorted(names | {BY_PROVIDER})] if names else []
        return found if all(found) else []
