from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """How the register is kept: by cataloguers at a card, by the public's corrections."""

    name = "kinoqor.keeping"
