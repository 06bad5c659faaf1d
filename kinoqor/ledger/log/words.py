"""What a leaf of the public record may say: a closed table, so that nothing of a person can ever get into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

VERSION = 1  # of the form of a leaf
MOST = 0xFFFF  # bytes of a leaf, since its length is written in two
LARGEST = (1 << 53) - 1  # the largest whole number that every reader of JSON reads alike


class Shape(TextChoices):
    """What a value may be; there is none for free words."""

    NUMBER = "number", _("a whole number, not below nought")
    WHOLE = "whole", _("a whole number")
    DIGEST = "digest", _("a SHA-256 in 64 hexadecimal digits")
    CODE = "code", _("a code of Latin letters, digits and . _ : / -, which names no person")
    DAY = "day", _("a day such as 2026-11-27")
    MOMENT = "moment", _("a moment such as 2026-11-27T09:30:00Z")
    NAME = "name", _("a public number or name of at most 80 letters")
    KEY = "key", _("the public key of a signer")


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of such values."""

    of: "Said"


@dataclass(frozen=True, slots=True)
class ByCode:
    """Such a value for each of some codes."""

    of: "Said"


@dataclass(frozen=True, slots=True)
class Maybe:
    """Such a value, or the key is not there."""

    of: "Said"


Said = Shape | OneOf | Many | ByCode | Maybe | Mapping[str, "Said"]
_N, _D, _C = Shape.NUMBER, Shape.DIGEST, Shape.CODE
_STAGE: dict[str, Said] = {"stage": _C, "phase": _N}
_SUM: dict[str, Said] = {"sum": _N, "currency": _C}

# Every kind of leaf: which keys `says` has, and what each may be. A leaf without a kind of this table is refused.
# Sums are in the smallest unit of their currency.
KINDS: Mapping[str, Mapping[str, Said]] = {
    "call.published": {"version": _N, "terms": _D},
    "call.annulled": {"why": Maybe(_D)},
    "call.rerun": {"again": _C},
    "body.photographed": {"about": _C, "day": Shape.DAY, "composition": _D},
    "draw.frozen": {
        **_STAGE, "body": _C, "lists": _D, "source": OneOf(("drand", "numbers")), "round": Maybe(_N),
        "announced": Maybe(Many(Shape.DAY)), "due": Maybe(Shape.MOMENT),
    },
    "draw.drawn": {**_STAGE, "body": _C, "lists": _D, "seed": _D, "result": _D},
    "review.sealed": {**_STAGE, "seal": _D},
    "reviews.opened": {**_STAGE, "reviews": _N, "missing": _N, "seals": _D},
    "marks.sealed": {"session": _C, "seal": _D},
    "marks.opened": {"session": _C, "marks": _N, "seals": _D},
    "vote.taken": {
        "item": _C, "form": OneOf(("open", "closed", "named")), "for": _N, "against": _N, "abstained": _N,
        "present": _N, "shut_out": _N, "composition": _D,
        "outcome": Maybe(OneOf(("carried", "lost", "tied", "broken_off"))),
        "level": Maybe(OneOf(("chair",))),
    },
    "allocation.computed": {
        "inputs": _D, "result": _D, "currency": _C, "envelopes": ByCode({"envelope": _N, "given": _N}),
    },
    "departure.made": {
        "item": _C, "towards": OneOf(("in", "out", "sum")), "price": Shape.WHOLE, "unit": _C, "reason": _C,
    },
    "commission.decided": {
        "item": _C, "outcome": OneOf(("approved", "cut", "refused", "returned")), **_SUM, "reason": Maybe(_C),
        "composition": Maybe(_D),
    },
    "order.sealed": {"number": Shape.NAME, "day": Shape.DAY, "paper": _D, "signature": Maybe(_D)},
    "order.signed": {
        "number": Shape.NAME, "day": Shape.DAY, "paper": _D, "films": _N, "total": _N, "currency": _C,
        "signature": Maybe(_D),
    },
    "result.published": {
        "stage": _C, "files": _N, "awarded": _N, "chosen": _N, "not_chosen": _N, "list": _D,
    },
    "check.repeated": {"before": _D, "inputs": _D, "result": _D, "differs": _N},
    "contract.signed": {"contract": _C, "item": _C, **_SUM, "paper": _D},
    "payment.made": {"contract": _C, "tranche": _N, **_SUM, "day": Shape.DAY},
    "salt.erased": {"digest": _D, "clause": _C},
    "key.changed": {"before": Shape.KEY, "after": Shape.KEY},
}  # fmt: skip
OURSELVES = "record"  # what leaves about the record itself are of
