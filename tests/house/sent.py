"""What stands behind the addresses of files and papers: the part of `things` that these rooms add to."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.utils import timezone

from kinoqor.accounts.user.models import User
from kinoqor.kit.verdict import YES, Verdict
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.access import NOT_THERE, Keeper, keep
from kinoqor.ledger.file.actions import send
from kinoqor.ledger.file.adapters import parts
from kinoqor.ledger.file.adapters.kept import lay_down
from kinoqor.ledger.file.words import Kind, Slot, Taken, where_of
from kinoqor.ledger.paper.models import Paper
from tests import people
from tests.house.routes import Kwargs
from tests.ledger.file.sending import pdf
from tests.make import BY

OWN, OTHERS = "own", "other's"
Things = Mapping[str, Mapping[str, Kwargs]]
_numbers = count(1)


def _may(who: Any, number: int) -> Verdict:
    return YES if who.number == number else NOT_THERE


# Chests hold the files of one person each, by the number of the person.
CHEST = Keeper(
    _may, _may, lambda number: {"any": Slot("any", "Any", ("pdf",), most=500)}, "holder", lambda *told: None
)


def files(user: User | None, other: User) -> Things:
    """Files in one's own chest and in somebody else's, whole and coming in; papers that belong to them."""
    keep("chest", CHEST)
    # Somebody else anew each time, since whoever has begun too many uploads loses the oldest.
    whose = {OTHERS: people.user()} | ({OWN: user} if user else {})
    kept = {which: {"number": _file(one)} for which, one in whose.items()}
    places = {which: {"prefix": "chest", "number": one.pk, "slot": "any"} for which, one in whose.items()}
    coming = {which: {**places[which], "part": _part(one)} for which, one in whose.items()}
    papers = {which: {"number": _paper(one)} for which, one in whose.items()}
    held = {"printed": {"number": (some := _paper(other)), "seal": Paper.objects.get(number=some).digits}}
    return {
        "file": kept, "file-out": kept, "file-send": places, "file-begin": places, "file-part": coming,
        "file-end": coming, "paper": papers, "paper-held": held,
    }  # fmt: skip


def _file(user: User) -> int:
    return sent_to(f"chest:{user.pk}", "any", user.doer)


def sent_to(holder: str, slot: str, by: Doer = BY) -> int:
    """A PDF of one page in the place of a holder; its number."""
    content = pdf(1, f"Paper {next(_numbers)}")
    digest = _laid(content, where_of(sha256(content).hexdigest()))
    taken = Taken("paper.pdf", Kind.PDF, digest, len(content), digest)
    made: int = send(holder, slot, 0, taken, lambda: None, by=by).pk
    return made


def _part(user: User) -> str:
    return parts.begin(user.doer.voice, f"chest:{user.pk}", "any", 0, "paper.pdf", 100)


def _paper(user: User) -> str:
    content, number, now = pdf(1, f"Receipt {next(_numbers)}"), f"T-{next(_numbers)}", timezone.now()
    digest = sha256(content).hexdigest()
    _laid(content, f"papers/{digest[:2]}/{digest}")
    deed = Deed.objects.create(at=now, code="tests.house.gave", voice="tests")
    Paper.objects.create(
        number=number, kind="receipt", holder=f"chest:{user.pk}", language="en", facts={}, seal=digest, digest=digest,
        size=len(content), at=now, deed=deed,
    )  # fmt: skip
    return number


def _laid(content: bytes, where: str) -> str:
    with NamedTemporaryFile() as copy:
        copy.write(content)
        copy.flush()
        lay_down(where, Path(copy.name), len(content))
    return sha256(content).hexdigest()


SENT: tuple[Callable[[User | None, User], Things], ...] = (files,)
