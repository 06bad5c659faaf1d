"""Deeds as rows and objects of a file, written while they are read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.ledger.deed.models import Deed
from kinoqor.portal.journal.adapters.lines import Line, Teller
from kinoqor.portal.journal.queries import nameable

HEAD = (
    "number", "at", "code", "deed", "sentence", "who", "name", "seat_number", "seat", "record", "reason", "details",
)  # fmt: skip


def objects(who: Who, pieces: Iterable[list[Deed]]) -> Iterator[dict[str, Any]]:
    """One object a deed. A voice whose name the reader may not know is left out like the name."""
    for piece in pieces:
        teller = Teller(who, piece)
        named = nameable(who, {deed.voice for deed in piece})
        for line in teller.lines():
            yield _object(teller, line, line.deed.voice in named)


def _object(teller: Teller, line: Line, known: bool) -> dict[str, Any]:
    deed = line.deed
    return {
        "number": deed.pk,
        "at": timezone.localtime(deed.at).isoformat(),
        "code": deed.code,
        "deed": line.called,
        "sentence": str(line),
        "who": deed.voice if known else "",
        "name": teller.names[deed.voice],
        "seat_number": deed.hat if known else "",
        "seat": line.seat if known else "",
        "record": deed.subject,
        "reason": deed.why,
        "details": {str(fact.label): str(fact.value) for fact in teller.facts(deed)},
    }


def rows(who: Who, pieces: Iterable[list[Deed]]) -> Iterator[Sequence[object]]:
    """One row a deed, in the columns of HEAD."""
    for one in objects(who, pieces):
        details = "; ".join(f"{name}: {value}" for name, value in one["details"].items())
        yield (*(one[name] for name in HEAD[:-1]), details)
