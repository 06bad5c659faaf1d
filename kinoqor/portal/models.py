"""The floor's face to Django: the records of its rooms."""

from kinoqor.portal.search.models import Gram, Spelling

__all__ = ["Gram", "Spelling"]
