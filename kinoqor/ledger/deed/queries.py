"""Questions to the journal."""

from kinoqor.ledger.deed.models import Deed


def latest(code: str) -> Deed | None:
    """The newest deed of this code, if there is any."""
    return Deed.objects.filter(code=code).order_by("-at", "-pk").first()
