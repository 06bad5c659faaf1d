"""The floor's face to Django: the records of its rooms."""

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.models import File
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.log.models import Cosignature, Head, Leaf, Salt, Stamp
from kinoqor.ledger.paper.models import Paper

__all__ = ["Cosignature", "Deed", "File", "Head", "Leaf", "Letter", "Paper", "Salt", "Sending", "Stamp"]
