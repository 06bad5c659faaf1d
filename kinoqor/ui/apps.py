from typing import Any

from django.apps import AppConfig
from django.core.checks import Error, register

from kinoqor.ui.door import without_rule


class UiConfig(AppConfig):
    """How a page looks: frame, components, drawings, charts, letters. Knows nothing of films."""

    name = "kinoqor.ui"
    label = "ui"

    def ready(self) -> None:
        """From now on a check of the house names every page without a rule."""
        register(doors)


def doors(**asked: Any) -> list[Error]:
    """A page that names no rule by which it opens is a fault of the house."""
    return [Error(f"{page} names no rule by which it opens.", id="kinoqor.E001") for page in without_rule()]
