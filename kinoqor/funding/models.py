"""The floor's face to Django: the records of its rooms."""

from kinoqor.funding.question.models import FormVersion

__all__ = ["FormVersion"]
