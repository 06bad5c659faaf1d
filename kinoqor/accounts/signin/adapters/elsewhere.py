"""Another house's sign-in by OpenID Connect, checked as its standard asks.

The library trusts an ID token that came straight from the other server. We check every token by itself: signature,
issuer, audience, time, and that it answers this very asking (OpenID Connect Core 1.0, 3.1.3.7 and 5.3.2).
"""

from typing import Any

import jwt
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from kinoqor.accounts.user.models import User

# Signatures that anyone can check and only the other house can make; never a shared secret, never none.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
CLAIMS = ["iss", "sub", "aud", "exp", "iat", "nonce"]
LEEWAY = 60  # seconds by which two clocks may differ


def nonce_of(state: str) -> str:
    """What the ID token has to carry back, made of the asking's own secret, which the reader's session keeps."""
    return salted_hmac("kinoqor.accounts.signin.elsewhere", state, algorithm="sha256").hexdigest()


class Asking(OAuth2Client):  # type: ignore[misc]
    """The way to the other house, with the nonce beside the state."""

    def get_redirect_url(self, authorization_url: str, scope: list[str], extra_params: dict[str, str]) -> str:
        """The address to go to."""
        asked = {**extra_params, "nonce": nonce_of(self.state)}
        address: str = super().get_redirect_url(authorization_url, scope, asked)
        return address


class Elsewhere(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """The way back from the other house, with everything checked."""

    client_class = Asking

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the other house says of itself; it must be the one that the operator has named."""
        config: dict[str, Any] = super().openid_config
        named = self.get_provider().app.settings["server_url"].partition("/.well-known/")[0]
        if str(config.get("issuer", "")).rstrip("/") != named.rstrip("/"):
            raise OAuth2Error("another issuer answers")
        return config

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **given: Any
    ) -> SocialLogin:
        """Who has signed in there, by a checked ID token and by what their server says of the same person."""
        said = given["response"].get("id_token")
        if not said:
            raise OAuth2Error("no ID token")
        claims = self.checked(str(said), app.client_id)
        told = self._fetch_user_info(token.token)
        if told.get("sub") != claims["sub"]:
            raise OAuth2Error("the token is of one person and the answer of another")
        # Some houses write "false" as a word, which would count as true.
        told["email_verified"] = told.get("email_verified") in (True, "true")
        login: SocialLogin = self.get_provider().sociallogin_from_response(request, {"userinfo": told})
        return login

    def checked(self, token: str, client: str) -> dict[str, Any]:
        """The claims of an ID token; raises OAuth2Error where anything about it is not as it should be."""
        try:
            key = self.key_of(jwt.get_unverified_header(token))
            claims: dict[str, Any] = jwt.decode(
                token,
                key=key.key,
                algorithms=[name for name in ALGORITHMS if name == key.algorithm_name],
                audience=client,
                issuer=self.openid_config["issuer"],
                leeway=LEEWAY,
                options={"require": CLAIMS},
            )
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as wrong:
            raise OAuth2Error(f"ID token: {wrong}") from wrong
        if claims.get("azp", client) != client:
            raise OAuth2Error("ID token: for another house")
        if not constant_time_compare(str(claims["nonce"]), nonce_of(str(self.request.GET.get("state", "")))):
            raise OAuth2Error("ID token: of another asking")
        return claims

    def key_of(self, header: dict[str, Any]) -> jwt.PyJWK:
        """The key by which the other house signs, by its number; raises KeyError where there is none."""
        with get_adapter().get_requests_session() as asking:
            answer = asking.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json())
        return keys[header["kid"]] if "kid" in header else keys.keys[0]


class Houses(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The library's questions about other houses, answered by this one."""

    def get_requests_session(self) -> Any:
        """What asks the other house: it goes where the house itself has said, and is led nowhere else."""
        asking = super().get_requests_session()
        asking.max_redirects = 0
        return asking

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> OpenIDConnectProvider:
        """A house by its short name; what comes from it is checked as above."""
        found = super().get_provider(request, provider, client_id)
        found.oauth2_adapter_class = Elsewhere
        return found

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """No account is opened before its owner has read what is kept, and agreed."""
        return False

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, str]:
        """What the other house has told of a person stands in the form already."""
        told = sociallogin.account.extra_data.get("userinfo", {})
        initial: dict[str, str] = super().get_signup_form_initial_data(sociallogin)
        return initial | {"name": str(told.get("name", ""))[:120]}

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """An address that was typed here has to be confirmed here, whatever the other house has confirmed."""
        typed = form.cleaned_data["email"].lower()
        sociallogin.email_addresses = [
            each for each in sociallogin.email_addresses if each.email.lower() == typed
        ]
        user: User = super().save_user(request, sociallogin, form)
        return user
