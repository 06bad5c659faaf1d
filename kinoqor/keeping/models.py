"""The floor's face to Django: the records of its rooms."""

from kinoqor.keeping.correction.models import Proposal
from kinoqor.keeping.load.models import Brought, Load, LoadRow
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.series.models import Series, Step
from kinoqor.keeping.twin.models import Pair

__all__ = ["Brought", "Load", "LoadRow", "Newcomer", "Pair", "Proposal", "Series", "Step"]
