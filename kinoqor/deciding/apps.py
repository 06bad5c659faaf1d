from django.apps import AppConfig


class DecidingConfig(AppConfig):
    """How what was read becomes a decision: films are defended, money is allocated, voted on, ordered and published."""

    name = "kinoqor.deciding"
