"""Plain makers of files that have been filed, and of officers who check them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.actions import save
from kinoqor.funding.application.queries import one
from kinoqor.funding.call.queries import published
from kinoqor.funding.check import queries
from kinoqor.funding.check.actions import judge, notify, refuse
from kinoqor.funding.check.adapters.points import points
from kinoqor.funding.check.words import Judged
from kinoqor.funding.filing.actions import file
from kinoqor.funding.filing.rules import Asked
from tests import people
from tests.funding.application import making
from tests.make import BY

# A Wednesday; the working days of this year are known. The term of three days from here ends on Monday.
NOW = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
OPENS, SHUTS = "2026-04-01T00:00:00", "2026-04-18T23:59:59"
_numbers = count(1)


def call(**more: Any) -> None:
    """The call of the tests, open at NOW, with a term for complaints."""
    given = {"complaint": {"days": 10, "answer_days": 15}, **more}
    making.call(opens=OPENS, shuts=SHUTS, **given)


def officer() -> User:
    """Somebody who sits as officer in the fund."""
    someone = people.user("Сынақ Маман")
    people.seated(Role.OFFICER, someone)
    return someone


def filed(
    user: User | None = None,
    of: Organisation | None = None,
    complete: bool = True,
    now: datetime = NOW,
    send: Callable[[str], object] | None = None,
) -> int:
    """An application that was filed, complete or without its synopsis; its number. `send` gives it its papers."""
    if published(making.REF) is None:
        call()
    draft = making.application(user, of, now=now, titles={"kk": f"Сынақ даласы {next(_numbers)}"})
    if complete:
        save(draft.pk, "story", {"synopsis": "A test of a steppe."}, draft.revision, now, by=BY)
    if send:
        send(draft.name)
    refile(draft.pk, user, now)
    return draft.pk


def refile(number: int, user: User | None = None, now: datetime = NOW) -> None:
    """File an application as it stands, with what follows it."""
    application = one(number)
    asked = Asked(application.stage, application.revision, now, "en", even_so=True)
    file(number, asked, by=user.doer if user else BY)


def filing_of(number: int) -> int:
    """The number of what was filed last."""
    return queries.file(number, NOW).filing.pk


def codes(number: int) -> list[str]:
    """The points of the check list of an application."""
    of = queries.file(number, NOW)
    return [each.code for each in queries.listed(of)[0]]


def judged(number: int, by: User, now: datetime = NOW, **judged_: str) -> None:
    """Judge every point of the check list in order, but those that are named ("complete=fault")."""
    named = {code.replace("_", "-"): what for code, what in judged_.items()}
    said = {
        code: (named.get(code, Judged.MET), "" if code not in named else "Not so.") for code in codes(number)
    }
    judge(number, filing_of(number), said, now, by=by.doer)


def noticed(number: int, by: User, now: datetime = NOW, place: str = "synopsis") -> int:
    """A notice that names one place of the file as a fault; its number."""
    judged(number, by, now, complete=Judged.FAULT)
    chosen = points(queries.file(number, now), [("complete", place, "Write the synopsis.")])
    made: int = notify(number, filing_of(number), chosen, now, by=by.doer)
    return made


def refused(number: int, by: User, now: datetime = NOW, code: str = "incomplete") -> int:
    """A refusal by a code; its number."""
    judged(number, by, now, complete=Judged.FAULT)
    chosen = points(queries.file(number, now), [("complete", "synopsis", "")])
    made: int = refuse(
        number, filing_of(number), code, chosen, now, by=by.doer, why="The synopsis is missing."
    )
    return made


def later(**by: int) -> datetime:
    """A moment after NOW."""
    return NOW + timedelta(**by)
