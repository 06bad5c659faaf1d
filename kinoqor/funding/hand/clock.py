"""What time does to invitations."""

from datetime import time

from django.utils import timezone

from kinoqor.funding.hand.actions import end_old
from kinoqor.funding.hand.queries import too_old
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer


@job(due=Daily(time(3, 40)))
def forget_invitations() -> int:
    """The address of somebody who never came is not kept longer than the invitation holds."""
    return end_old(by=Doer("clock")) if too_old(timezone.now()).exists() else 0
