"""The floor's face to Django: the records of its rooms."""

from kinoqor.ledger.deed.models import Deed

__all__ = ["Deed"]
