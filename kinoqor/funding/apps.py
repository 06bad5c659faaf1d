from django.apps import AppConfig


class FundingConfig(AppConfig):
    """How films are funded: programmes and calls, the files of applicants, and what is decided on them."""

    name = "kinoqor.funding"
