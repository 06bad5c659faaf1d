"""The floor's face to Django: the records of its rooms."""

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter, Sending

__all__ = ["Deed", "Letter", "Sending"]
