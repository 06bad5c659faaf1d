"""What an application says of its estimate: who may read and write it, by which norms, until when."""

from datetime import datetime

from django.utils import timezone
from django.utils.timezone import localdate

from kinoqor.funding.application import queries
from kinoqor.funding.application.access import may_read, may_write
from kinoqor.funding.application.actions import touch
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.adapters.points import norms_of
from kinoqor.funding.application.words import ESTIMATE
from kinoqor.funding.estimate.access import Keeper
from kinoqor.funding.estimate.words import Norms
from kinoqor.ledger.deed.actions import Doer


def norms(number: int) -> Norms:
    """The norms of an application: those of its call, on the day of its filing, before that on this day."""
    return norms_of(queries.one(number), localdate())


def called(number: int) -> object:
    """The title of the film."""
    return title(queries.one(number))


def touched(number: int, by: Doer, now: datetime | None = None) -> None:
    """Let the estimate be changed where the application may be at a moment (None: now); raises Refused."""
    touch(number, ESTIMATE, now or timezone.now(), by=by)


KEEPER = Keeper(may_read, may_write, norms, called, "application", touched)
