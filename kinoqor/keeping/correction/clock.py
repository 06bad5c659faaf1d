"""What time does to proposals."""

from datetime import time

from kinoqor.keeping.correction.actions import empty_addresses
from kinoqor.keeping.correction.queries import addresses_to_empty
from kinoqor.kit.jobs import Daily, job
from kinoqor.ledger.deed.actions import Doer


@job(due=Daily(time(3, 30)))
def forget_addresses() -> int:
    """A stranger's address is not kept longer than the answer needs."""
    return empty_addresses(by=Doer("clock")) if addresses_to_empty() else 0
