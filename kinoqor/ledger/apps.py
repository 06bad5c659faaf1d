from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "kinoqor.ledger"
