"""What an order says of its files and papers: who may read them, and until when a scan may come."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from kinoqor.deciding.order import queries
from kinoqor.deciding.order.access import may_look_at, may_run
from kinoqor.deciding.order.rules import steps
from kinoqor.deciding.order.words import SCAN
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.access import Keeper
from kinoqor.ledger.file.words import Slot


def slots(number: int) -> Mapping[str, Slot]:
    """The one file that is asked for."""
    asked = _("All pages with the signature and the stamp, as one PDF.")
    return {SCAN: Slot(SCAN, _("Scan of the signed paper"), ("pdf",), 1, asked, "", True)}


def touched(number: int, slot: str, by: Doer) -> None:
    """Let the scan come or go while the order waits for its signature and nobody has brought one; raises Refused."""
    of = queries.order(number)
    if of is None:
        raise Refused(steps.NO_ORDER)
    require(steps.may_sign(of.standing, of.statement is not None))
    require(steps.may_bring("-", True, queries.brought(of) is not None))


KEEPER = Keeper(may_look_at, may_run, slots, "order-hand", touched)
