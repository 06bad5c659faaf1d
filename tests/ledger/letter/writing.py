"""Letters for tests, and time that passes."""

from datetime import timedelta

from django.db.models import F
from django_tasks_db.models import DBTaskResult, get_date_max

from kinoqor.kit.jobs import hand
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.ledger.letter.letters import Receiver, Words, write_letter
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.words import State
from tests.make import BY

TEMPLATE = "accounts/signin/written/secured"


@deed("tests.letter.written")
def _written(
    line: Line, to: Receiver, values: dict[str, object], state: State, secret: bool, fails: bool
) -> Letter:
    """A deed that writes a letter, and may break off after it."""
    letter = write_letter(line, to, Words("security", TEMPLATE, "f001", secret), values, state)
    if fails:
        raise RuntimeError("broken off")
    return letter


def written(
    address: str = "ada@example.org",
    language: str = "en",
    name: str = "Үлгі Адам",
    state: State = State.WAITING,
    secret: bool = False,
    fails: bool = False,
) -> Letter:
    """A letter to an address, in the transaction of its deed."""
    values = {"name": name, "what": "Your password was changed"}
    letter: Letter = _written(Receiver("user:1", address, language), values, state, secret, fails, by=BY)
    return letter


def state(letter: Letter) -> str:
    return Sending.objects.get(pk=letter.pk).state


def later(**time: float) -> None:
    """Time passes: all that lies in the queue and on its way is that much older."""
    by = timedelta(**time)
    DBTaskResult.objects.exclude(run_after=get_date_max()).update(run_after=F("run_after") - by)
    DBTaskResult.objects.exclude(started_at=None).update(started_at=F("started_at") - by)
    DBTaskResult.objects.exclude(finished_at=None).update(finished_at=F("finished_at") - by)
    Sending.objects.update(changed=F("changed") - by)


def work() -> None:
    """A worker does all that is due, but looks at no calendar."""
    worker = hand(interval=0)
    worker.look_around = lambda: None  # type: ignore[method-assign]
    worker.work(until_empty=True)
