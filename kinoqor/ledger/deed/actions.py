"""How a deed is done: one function, one transaction, one line in the journal."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.utils import timezone

from kinoqor.ledger.deed.models import Deed

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts: a signed-in person, or a named voice such as a country pack or the clock."""

    voice: str


@dataclass(slots=True)
class Line:
    """The journal's line while its deed is being done; the action fills in what it learns."""

    deed: Deed
    details: dict[str, Any] = field(default_factory=dict)


# Every deed of the house with what it does; the reference is written from here.
CODES: dict[str, str] = {}


def deed(code: str) -> Callable[[Callable[Concatenate[Line, P], R]], Callable[..., R]]:
    """Make a function a deed named `code` ("floor.room.done").

    The wrapped function is called as `action(..., by=Doer, subject="f038", why="...")`; it runs in one transaction
    with its line already written, so that its own records can point at the deed. What it puts into `line.details`
    is written with the line's closing. An exception leaves neither records nor line.
    """

    def wrap(action: Callable[Concatenate[Line, P], R]) -> Callable[..., R]:
        if action.__module__.startswith("kinoqor."):
            CODES[code] = (action.__doc__ or "").strip().split("\n")[0]

        @wraps(action)
        def done(*args: Any, by: Doer, subject: str = "", why: str = "", **kwargs: Any) -> R:
            with transaction.atomic():
                written = Deed.objects.create(
                    at=timezone.now(), code=code, voice=by.voice, subject=subject, why=why
                )
                line = Line(written)
                answer = action(line, *args, **kwargs)
                if line.details:
                    Deed.objects.filter(pk=written.pk).update(details=line.details)
                return answer

        done.deed_code = code  # type: ignore[attr-defined]
        return done

    return wrap
