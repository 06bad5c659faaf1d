"""What is done after a filing, when its request has long been answered."""

from kinoqor.funding.filing.actions import receive
from kinoqor.kit.jobs import job
from kinoqor.ledger.deed.actions import Doer


@job()
def after_filing(pk: int) -> None:
    """The receipt, its letter, the typed answers and the proposed titles of one filing."""
    receive(pk, by=Doer("clock"))
