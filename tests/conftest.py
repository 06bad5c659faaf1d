"""What every test stands on: pages that need no collected static files."""

import pytest
from pytest_django.fixtures import Settings

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
COLLECTED = "whitenoise.middleware.WhiteNoiseMiddleware"


@pytest.fixture(autouse=True)
def _static_files_by_their_plain_names(settings: Settings) -> None:
    """Pages name static files as they are called in the source; nothing has to be collected before a test."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN}
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != COLLECTED]
