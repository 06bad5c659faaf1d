"""Who answers for what hangs on a sitting: its minutes are read, nothing is ever put beside them."""

from collections.abc import Mapping

from kinoqor.accounts.role.queries import Who
from kinoqor.deciding.session.access import may_read_minutes
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.access import NOT_THERE, Keeper
from kinoqor.ledger.file.words import Slot


def may_write(who: Who, number: int) -> Verdict:
    """Nobody sends a file to a sitting."""
    return NOT_THERE


def slots(number: int) -> Mapping[str, Slot]:
    """No file is asked for."""
    return {}


def touched(number: int, slot: str, by: Doer) -> None:
    """No file comes or goes; raises Refused."""
    raise Refused(NOT_THERE)


KEEPER = Keeper(may_read_minutes, may_write, slots, "sitting", touched)
