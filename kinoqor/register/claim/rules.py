"""The law of claims: which of several voices leads, and why. Pure; no clock, no database."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from kinoqor.register.claim.words import Form, Property, Rank, Why

ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4})?\Z")
WHOLE = re.compile(r"\d+\Z")
# The reliability of a law or of a body that speaks of itself; see register.source.words.
OFFICIAL = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as the law sees it. `order` grows with the time of stating; `house` is the independent voice.

    A claim that stands again in the place of a withdrawn one has the order of that one.
    """

    value: str
    source: int
    house: str
    reliability: int
    rank: int = Rank.NORMAL
    order: int = 0
    target: str = ""
    lang: str = ""
    script: str = ""
    note: str = ""
    dispute: str = ""
    # What a number counts: an ISO currency for sums.
    unit: str = ""
    # Of a credit: what the person did.
    role: str = ""


@dataclass(slots=True)
class Voice:
    """All claims that say the same, with what stands behind them."""

    value: str
    target: str
    lang: str
    script: str
    rank: int
    order: int
    typed: bool
    unit: str = ""
    sources: list[int] = field(default_factory=list)
    # The independent houses behind the voice, each with the reliability of its best source.
    houses: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    disputes: set[str] = field(default_factory=set)

    @property
    def weight(self) -> int:
        """The sum of the reliability of the independent houses; several pages of one house count once."""
        return sum(self.houses.values())

    @property
    def standing(self) -> tuple[int, bool, bool, int, int]:
        """Greater leads: rank, a readable value, an official source, the weight of the sources, then the earlier one."""
        return (self.rank, self.typed, OFFICIAL in self.houses.values(), self.weight, -self.order)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The voices of one property, the leader first, and why it leads. `disputed`: they contradict one another."""

    voices: tuple[Voice, ...]
    why: Why
    disputed: bool

    @property
    def lead(self) -> Voice:
        return self.voices[0]


def fingerprint(*parts: str) -> int:
    """63 bits over the parts, the same in every process and on every machine; the key of "stated once"."""
    return int.from_bytes(blake2b("\x1f".join(parts).encode(), digest_size=8).digest(), "big") >> 1


def readable(value: str, form: Form) -> bool:
    """Whether the value is what its property's form promises; a formed value that is only words never leads."""
    if form is Form.MOMENT:
        return bool(ISO.match(value))
    if form in (Form.INTEGER, Form.MONEY):
        return bool(WHOLE.match(value))
    return True


def _key(said: Said, form: Form) -> tuple[str, str, str, str]:
    value = said.value if form is not Form.TEXT else " ".join(said.value.split()).casefold()
    return (value, said.target, said.lang, said.unit)


def voices(claims: Iterable[Said], form: Form) -> list[Voice]:
    """Gather claims that say the same; the strongest voice first."""
    found: dict[tuple[str, str, str, str], Voice] = {}
    for said in sorted(claims, key=lambda said: said.order):
        voice = found.get(_key(said, form))
        if voice is None:
            voice = Voice(
                said.value,
                said.target,
                said.lang,
                said.script,
                said.rank,
                said.order,
                readable(said.value, form),
                said.unit,
            )
            found[_key(said, form)] = voice
        _join(voice, said)
    gathered = list(found.values())
    if form is Form.MOMENT:
        gathered = _refine(gathered)
    return sorted(gathered, key=lambda voice: voice.standing, reverse=True)


def _join(voice: Voice, said: Said) -> None:
    if said.rank > voice.rank:
        voice.sources, voice.houses = [], {}
    voice.rank = max(voice.rank, said.rank)
    if said.source not in voice.sources:
        voice.sources.append(said.source)
    if said.rank == voice.rank:
        voice.houses[said.house] = max(voice.houses.get(said.house, 0), said.reliability)
    if said.note and said.note not in voice.notes:
        voice.notes.append(said.note)
    if said.dispute:
        voice.disputes.add(said.dispute)


def _refine(found: list[Voice]) -> list[Voice]:
    """A date and its more precise form (1961, 1961-01-06) do not contradict: the precise voice takes the other in.

    Only where exactly one more precise form is known; with two, the vaguer one says nothing for either.
    """
    kept: list[Voice] = []
    for voice in found:
        finer = [
            other
            for other in found
            if other is not voice and other.value.startswith(voice.value + "-") and other.rank == voice.rank
        ]
        if len(finer) != 1 or not voice.typed:
            kept.append(voice)
            continue
        into = finer[0]
        into.sources += [source for source in voice.sources if source not in into.sources]
        for house, reliability in voice.houses.items():
            into.houses[house] = max(into.houses.get(house, 0), reliability)
        into.notes += [note for note in voice.notes if note not in into.notes]
    return kept


def _why(first: Voice, second: Voice) -> Why:
    reasons = (
        Why.PREFERRED if first.rank == Rank.PREFERRED else Why.VERIFIED,
        Why.TYPED,
        Why.OFFICIAL,
        Why.WEIGHT,
    )
    for reason, mine, other in zip(reasons, first.standing, second.standing, strict=False):
        if mine != other:
            return reason
    return Why.FIRST


def _contradict(found: Sequence[Voice], prop: Property) -> bool:
    if prop.many:
        tags = [tag for voice in found for tag in voice.disputes]
        return len(tags) != len(set(tags))
    return len(found) > 1


def settle(claims: Sequence[Said], prop: Property) -> Ruling:
    """Rule on all standing claims of one property of one subject.

    `claims` must not be empty. Order of the weights: a cataloguer's preference, then verified before unverified,
    then a readable value, then a law or a body speaking of itself, then the summed weight of the independent houses,
    then the earlier statement. The same claims give the same ruling in whatever sequence they come.
    """
    found = voices(claims, prop.form)
    disputed = _contradict(found, prop)
    why = _why(found[0], found[1]) if len(found) > 1 else Why.ALONE
    return Ruling(tuple(found), why, disputed)


def settle_all(claims: Iterable[tuple[str, Said]], properties: Mapping[str, Property]) -> dict[str, Ruling]:
    """Rule on every property of one subject, in the order of the vocabulary.

    Claims of a property that is not known are left out.
    """
    sorted_out: dict[str, list[Said]] = {}
    for code, said in claims:
        if code in properties:
            sorted_out.setdefault(code, []).append(said)
    return {code: settle(sorted_out[code], prop) for code, prop in properties.items() if code in sorted_out}
