"""The addresses of sign-in: the library's pages, each behind the door by its own rule."""

from allauth.urls import urlpatterns as library
from django.urls import include, path

from kinoqor.accounts.role.access import signed_in
from kinoqor.accounts.signin import views
from kinoqor.accounts.signin.access import may_drop_factor
from kinoqor.ui.door import anyone, behind

ENTRANCE = (
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "socialaccount_signup",
)
OWN = (
    "account_email",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "socialaccount_connections",
)
DROPPING = ("mfa_deactivate_totp", "mfa_remove_webauthn")
RULES = (
    dict.fromkeys(ENTRANCE, anyone) | dict.fromkeys(OWN, signed_in) | dict.fromkeys(DROPPING, may_drop_factor)
)
# Pages of the library that keep something on GET.
WRITING = dict.fromkeys(
    ("mfa_view_recovery_codes", "mfa_download_recovery_codes"), "it keeps when the codes were first shown"
)
WATCHED = dict.fromkeys(("account_login", "mfa_authenticate", "mfa_login_webauthn"), views.watched)

urlpatterns = [
    path("signin/", views.old_signin, name="signin"),
    path("account/second-step/", views.second_step, name="second-step"),
    path("account/sessions/", views.sessions, name="sessions"),
    path("account/sessions/end/", views.sessions_end, name="sessions-end"),
    path("account/sessions/<int:number>/end/", views.session_end, name="session-end"),
    path("house/people/<int:number>/sessions/end/", views.person_sessions_end, name="person-sessions-end"),
    path("account/reauthenticate/", views.confirm, name="account_reauthenticate"),
    path("account/2fa/reauthenticate/", views.confirm_by_code, name="mfa_reauthenticate"),
    path(
        "account/2fa/webauthn/reauthenticate/", views.confirm_by_passkey, name="mfa_reauthenticate_webauthn"
    ),
    path("account/", include(behind(library, RULES, WRITING, WATCHED))),
]
# Outside of the languages, since another house knows one address to come back to.
plain_urlpatterns = [
    path("signin/oidc/<slug:provider_id>/", views.elsewhere, name="openid_connect_login"),
    path("signin/oidc/<slug:provider_id>/back/", views.back_from_elsewhere, name="openid_connect_callback"),
]
