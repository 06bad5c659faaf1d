"""What every test stands on: pages that need no collected static files."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import override
from hypothesis import settings as hypothesis_settings
from pytest_django.fixtures import Settings

from kinoqor.funding.question import queries as question_queries

# A busy machine is not a failed property.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
NOWHERE = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
COLLECTED = "whitenoise.middleware.WhiteNoiseMiddleware"
_records = count()
# A password takes no tenth of a second to check, and two runs at once count no attempts together.
QUICK: dict[str, Any] = {
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "CACHES": {"default": MEMORY},
    "BEACON": [],  # no test goes out into the net
}


def plain() -> dict[str, Any]:
    """Settings by which pages name static files as they are called in the source; nothing has to be collected first."""
    return {
        "STORAGES": {**settings.STORAGES, "staticfiles": PLAIN, "kept": NOWHERE},
        "MIDDLEWARE": [name for name in settings.MIDDLEWARE if name != COLLECTED],
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    """The table of who may open what is written by the test that compares it."""
    parser.addoption("--write-access", action="store_true", help="write docs/reference/access.md anew")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Workers that run side by side begin with what takes longest, whole as it is; all else stays in its random order."""
    if hasattr(config, "workerinput"):
        items.sort(key=_seconds, reverse=True)


def _seconds(item: pytest.Item) -> int:
    mark = item.get_closest_marker("long")
    return int(mark.args[0]) if mark else 0


@pytest.fixture(autouse=True)
def _the_connection_of_a_test_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers and streamed answers drop a connection with an open transaction; that of a test always has one."""
    drop = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def unless_a_test_is_on_it(self: BaseDatabaseWrapper) -> None:
        if not self.in_atomic_block:
            drop(self)

    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", unless_a_test_is_on_it)


@pytest.fixture(autouse=True)
def _nothing_collected_nothing_slow_and_nothing_shared(settings: Settings) -> None:
    """What `plain` and `QUICK` say."""
    for name, value in (plain() | QUICK).items():
        setattr(settings, name, value)


@pytest.fixture(autouse=True)
def _every_test_has_a_record_of_its_own(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one test publishes is no forgery to the next; the folder is made only by who writes into it."""
    own = tmp_path_factory.getbasetemp() / f"record-{next(_records)}"
    settings.RECORD, settings.RECORD_KEY = own / "files", own / "record.key"


@pytest.fixture(autouse=True)
def _no_form_of_another_test_is_kept() -> None:
    """A published form is read once in a process; the next test's form may stand under the same number."""
    question_queries._kept.cache_clear()


@pytest.fixture(autouse=True)
def _every_test_begins_in_english() -> Iterator[None]:
    """A page asked in another language by the test before leaves nothing behind."""
    with override("en"):
        yield
