"""The floor's face to Django: the records of its rooms."""

from kinoqor.register.card.models import Card, Facet
from kinoqor.register.claim.models import Claim
from kinoqor.register.credit.models import Credit
from kinoqor.register.event.models import Award, Release
from kinoqor.register.identity.models import Judgement, Merged
from kinoqor.register.source.models import Source
from kinoqor.register.spelling.models import Gram, Spelling
from kinoqor.register.subject.models import Subject

__all__ = [
    "Award", "Card", "Claim", "Credit", "Facet", "Gram", "Judgement", "Merged", "Release", "Source", "Spelling",
    "Subject",
]  # fmt: skip
