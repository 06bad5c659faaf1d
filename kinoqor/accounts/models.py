"""The floor's face to Django: the records of its rooms."""

from kinoqor.accounts.user.models import User

__all__ = ["User"]
