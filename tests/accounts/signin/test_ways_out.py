"""How this house reaches others: over TLS, to a server that proves who it is, and not waiting for ever."""

import pytest
from pytest_django.fixtures import Settings

from kinoqor.accounts.apps import ways_out
from kinoqor.accounts.signin.adapters.elsewhere import Houses


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("http://sso.example", ["kinoqor.E002"]),
        ("https://sso.example", []),
        ("http://127.0.0.1:9", []),
        ("", []),
    ],
)
def test_another_house_is_asked_over_tls_or_the_house_does_not_start(
    settings: Settings, address: str, found: list[str]
) -> None:
    settings.OIDC = address
    assert [each.id for each in ways_out()] == found


def test_a_house_open_to_the_world_without_a_mail_server_is_named(settings: Settings) -> None:
    settings.HTTPS, settings.MAIL = True, ""
    assert [each.id for each in ways_out()] == ["kinoqor.W001"]


def test_the_certificate_of_the_other_house_is_checked_and_it_is_not_waited_for_long() -> None:
    asking = Houses().get_requests_session()
    assert asking.verify is True and asking.cert is None
    assert 0 < asking.request.keywords["timeout"] <= 10
