from django.apps import AppConfig


class JudgingConfig(AppConfig):
    """Who judges films, who reads which file, what they say of it, and what their marks come to."""

    name = "kinoqor.judging"
