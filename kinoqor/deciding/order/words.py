"""How far an order is, and the plain values that its law is asked about. Sums are in minor units."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kinoqor.deciding.commission.words import Decision
from kinoqor.kit.verdict import Verdict

Text = Mapping[str, str]  # one text in every language of the house


class Standing(TextChoices):
    """How far an order is."""

    DRAFT = "draft", pgettext_lazy("an order", "draft")
    SIGNED = "signed", pgettext_lazy("an order", "signed")
    ANNULLED = "annulled", pgettext_lazy("an order", "annulled")


class Missing(TextChoices):
    """Where that is mended which an order lacks."""

    VOTE = "vote", _("the vote of the council")
    RULING = "ruling", _("what the commission says")
    LIST = "list", _("the list")
    DRAFT = "draft", _("the draft of the order")


SIGNS: dict[str, str] = {Standing.DRAFT: "open", Standing.SIGNED: "good", Standing.ANNULLED: "refused"}
LANGUAGES = ("kk", "ru", "en")
PREFIX = "order"  # under which name its papers and files are kept: "order:3"
PAPER, TEMPLATE = "order", "deciding/order/papers/order"
SCAN = "scan"  # the slot of the signed paper
LONGEST_NUMBER, LONGEST_SIGNER, LONGEST_WHY = 60, 200, 4000  # letters
MOST_SIGNATURE = 100_000  # bytes of a signature with its certificates


@dataclass(frozen=True, slots=True)
class Draft:
    """What an officer gives of an order: its number and day in the registry of acts, who signs, in every language."""

    number: str
    day: date
    signer: Text


@dataclass(frozen=True, slots=True)
class Film:
    """A funded film of the list: the sum of the council and what the commission says of it, where it has."""

    application: int
    stream: str
    council: int
    withdrawn: bool = False
    ruling: Decision | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """The money of a stream in a year; None: the call does not say, which is never nought."""

    stream: str
    name: str
    year: int | None
    money: int | None


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who sat at the vote: what they are called, by which act, from when to when, whether they had a vote."""

    name: str
    act: str
    since: date
    until: date | None = None
    votes: bool = True


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote that adopted the list: the day, who sat there, the quorum, the numbers, whether it was carried. `kept`:
    whether what was kept of who sat there still gives the digest that was kept of it.
    """

    day: date
    seats: tuple[Seat, ...]
    quorum: int
    votes_for: int
    against: int
    abstained: int
    carried: bool
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A film as the order has it."""

    application: int
    award: int


@dataclass(frozen=True, slots=True)
class Case:
    """All that an order rests on. `rows`, `total` and `day`: of the draft, None where there is none; `departures`: how
    many departures from the list have no reason; `least`: the least award of the call; `lang`: of the sentences.
    """

    films: tuple[Film, ...]
    envelopes: tuple[Envelope, ...]
    vote: Vote | None
    currency: str
    lang: str
    least: int | None = None
    departures: int = 0
    rows: tuple[Row, ...] | None = None
    total: int = 0
    clause: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing for which an order cannot be signed, and where it is mended."""

    where: Missing
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Known:
    """Which names of kinds a signature may have, as the pack says it; `curves` by the parameters of the key."""

    digests: frozenset[str]
    signatures: frozenset[str]
    keys: frozenset[str]
    curves: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that holds: whose certificate, given by whom, its number and days, and when its signer says it was."""

    holder: str
    organisation: str
    issuer: str
    serial: str
    since: datetime
    until: datetime
    said_at: datetime | None
