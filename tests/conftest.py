"""What every test stands on: pages that need no collected static files."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override
from hypothesis import settings as hypothesis_settings
from pytest_django.fixtures import Settings

# A busy machine is not a failed property.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
COLLECTED = "whitenoise.middleware.WhiteNoiseMiddleware"


@pytest.fixture(autouse=True)
def _static_files_by_their_plain_names(settings: Settings) -> None:
    """Pages name static files as they are called in the source; nothing has to be collected before a test."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN}
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != COLLECTED]


@pytest.fixture(autouse=True)
def _every_test_begins_in_english() -> Iterator[None]:
    """A page asked in another language by the test before leaves nothing behind."""
    with override("en"):
        yield
