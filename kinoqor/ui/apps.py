from django.apps import AppConfig


class UiConfig(AppConfig):
    """How a page looks: frame, components, drawings, charts, letters. Knows nothing of films."""

    name = "kinoqor.ui"
    label = "ui"
