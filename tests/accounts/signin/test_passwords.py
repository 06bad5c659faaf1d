"""What a password may be: long, of any signs, and nothing that is tried first."""

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hashers
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from tests import people

BAD = [
    "kinoqor2026!", "Kinoqor-Kinoqor", "киноқор12345", "КИНОКОР-2026", "qazaqstan2026", "Cataloguer1234", "пароль123456",
    "qwerty123456", "1qaz2wsx3edc", "123456123456", "administrator1", "short",
]  # fmt: skip
GOOD = [
    "a horizon over the steppe", "жолдағы жалғыз терек", "🐎🐎🐎🐎 одинокий тополь", "kinoqor is where my horses graze",
    "x" * 20 + "y" * 60, "  spaces at both ends  ", "nodigitsnocapitals",
]  # fmt: skip


@pytest.mark.parametrize("password", BAD)
def test_what_anyone_would_try_first_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize("password", GOOD)
def test_a_long_password_of_any_signs_is_taken(password: str) -> None:
    validate_password(password)


@pytest.mark.django_db
def test_a_password_is_taken_as_it_is_typed_to_its_last_sign() -> None:
    someone = people.user()
    long = "A" + "б" * 79 + " "
    someone.set_password(long)
    assert someone.check_password(long)
    for other in (long.strip(), long[:72], long.lower(), long + " "):
        assert not someone.check_password(other)


@pytest.mark.django_db
def test_passwords_are_kept_by_a_slow_hash(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS  # not those of conftest.py for quick tests
    first = get_hashers()[0]
    assert isinstance(first, PBKDF2PasswordHasher) and first.iterations >= 600_000
    someone = people.user()
    assert someone.password.startswith("pbkdf2_sha256$")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_a_field_for_a_password_hides_it_and_lets_a_manager_fill_it(name: str) -> None:
    page = Client().get(reverse(name)).content.decode()
    start = page.index('type="password"')
    field = page[page.rindex("<input", 0, start) : page.index(">", start)]
    assert "autocomplete=" in field and "maxlength" not in field and "onpaste" not in page
