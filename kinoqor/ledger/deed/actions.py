"""How a deed is done: one function, one transaction, one line in the journal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.deed.words import Told

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts: a signed-in person in one of their seats, or a named voice such as a country pack or the clock."""

    voice: str
    hat: str = ""


@dataclass(slots=True)
class Line:
    """The journal's line while its deed is being done; the action fills in what it learns."""

    deed: Deed
    details: dict[str, Any] = field(default_factory=dict)


# Every deed of the house with what it does; the reference is written from here.
CODES: dict[str, str] = {}
# The same deeds in words for people who read the journal.
TOLD: dict[str, Told] = {}
# The outermost deed that is being done just now, if any: what is done inside it is written as a part of it.
_outermost: ContextVar[int | None] = ContextVar("outermost", default=None)


def deed(
    code: str, called: str | Promise = "", said: str | Promise = ""
) -> Callable[[Callable[Concatenate[Line, P], R]], Callable[..., R]]:
    """Make a function a deed named `code` ("floor.room.done").

    `called` is the deed in a few words, `said` its sentence in the journal; see `Told`.

    The wrapped function is called as `action(..., by=Doer, subject="f038", why="...")`; it runs in one transaction
    with its line already written, so that its own records can point at the deed. What it puts into `line.details`
    is written with the line's closing. An exception leaves neither records nor line.
    """

    def wrap(action: Callable[Concatenate[Line, P], R]) -> Callable[..., R]:
        if action.__module__.startswith("kinoqor."):
            CODES[code] = (action.__doc__ or "").strip().split("\n")[0]
            TOLD[code] = Told(called, said)

        @wraps(action)
        def done(*args: Any, by: Doer, subject: str = "", why: str = "", **kwargs: Any) -> R:
            with transaction.atomic():
                written = Deed.objects.create(
                    at=timezone.now(),
                    code=code,
                    voice=by.voice,
                    hat=by.hat,
                    subject=subject,
                    why=why,
                    within_id=_outermost.get(),
                )
                line = Line(written)
                with _inside(written):
                    answer = action(line, *args, **kwargs)
                if line.details:
                    Deed.objects.filter(pk=written.pk).update(details=line.details)
                return answer

        done.deed_code = code  # type: ignore[attr-defined]
        return done

    return wrap


@contextmanager
def _inside(written: Deed) -> Iterator[None]:
    """What is done meanwhile is a part of this deed, or of the one that it is itself a part of."""
    token = _outermost.set(written.within_id or written.pk)
    try:
        yield
    finally:
        _outermost.reset(token)
