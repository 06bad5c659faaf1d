"""Who may see and send files: whatever they belong to says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import Verdict, no, require
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.rules import may_be_read
from kinoqor.ledger.file.words import Slot

Who = Any  # the reader of a page, of whom the accounts above know more
NOT_THERE = no(_("There is no such file."), hidden=True)


@dataclass(frozen=True, slots=True)
class Keeper:
    """What the room above says of a holder (by number).

    `may_read` and `may_write` by whom; `may_put` whether a slot may change now; `slots` what is asked for, by code;
    `back` the name of the page to which a form leads back; `touched` is told within the deed before a file comes or
    goes, and raises Refused where nothing may.
    """

    may_read: Callable[[Who, int], Verdict]
    may_write: Callable[[Who, int], Verdict]
    slots: Callable[[int], Mapping[str, Slot]]
    back: str
    touched: Callable[[int, str, Doer], object]


_keepers: dict[str, Keeper] = {}


def keep(prefix: str, keeper: Keeper) -> None:
    """Say who answers for the files of a kind of holder; said once, when the house opens."""
    _keepers[prefix] = keeper


def keeper_of(holder: str) -> tuple[Keeper, int] | None:
    """Who answers for a holder, and its number there; None where nobody does."""
    prefix, _colon, number = holder.partition(":")
    found = _keepers.get(prefix)
    return (found, int(number)) if found and number.isascii() and number.isdigit() else None


def may_send(who: Who, prefix: str, number: int, **asked: object) -> Verdict:
    """Whoever may write in the holder."""
    found = _keepers.get(prefix)
    return found.may_write(who, number) if found else NOT_THERE


def may_open(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may read the holder; what is not scanned opens to its sender alone."""
    file = File.objects.filter(pk=number).select_related("sent").first()
    kept = keeper_of(file.holder) if file else None
    if file is None or kept is None:
        return NOT_THERE
    readable = kept[0].may_read(who, kept[1])
    if not readable:
        return readable
    return may_be_read(file.scan, file.sent.voice == who.voice, settings.UNSCANNED)


def may_take_out(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may write in the holder of a file that is still there."""
    file = File.objects.filter(pk=number, gone=None).first()
    kept = keeper_of(file.holder) if file else None
    return kept[0].may_write(who, kept[1]) if kept else NOT_THERE


def required_keeper(holder: str) -> tuple[Keeper, int]:
    """Who answers for a holder; raises Refused where nobody does."""
    found = keeper_of(holder)
    if found is None:
        require(NOT_THERE)
        raise LookupError(holder)
    return found
