"""Questions about state support: what was decided, in which year, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, QuerySet

from kinoqor.kit.money import Money
from kinoqor.register.card.models import Card
from kinoqor.register.face.queries import Face, of_kind, title
from kinoqor.register.subject.words import Kind
from kinoqor.register.support.rules import Sum, stage_of, sums_by_meaning
from kinoqor.register.support.words import Stage
from kinoqor.ui import pack
from kinoqor.ui.parts import Link, Said

BEHIND: dict[str, Q] = {
    Stage.FILM: Q(facts__has_key="work"),
    Stage.SAID: Q(facts__has_key="outcome") & ~Q(facts__has_key="work"),
    Stage.NOTHING: ~Q(facts__has_key="outcome") & ~Q(facts__has_key="work"),
}
HEAD = (
    "ref", "title", "date", "decision", "applicant", "kind", "category", "amount", "amount_meaning", "outcome_en",
    "film", "certainty", "sources",
)  # fmt: skip


def decisions(year: str = "", stage: str = "", category: str = "") -> QuerySet[Card]:
    """Decisions in the order of time, undated ones last; `year` is four digits or "none", `stage` a Stage."""
    found = of_kind(Kind.DECISION)
    if year:
        found = found.filter(year=int(year)) if year.isdigit() else found.filter(year=None)
    if stage:
        found = found.filter(BEHIND[stage])
    if category:
        found = found.filter(facets__axis="category", facets__code=category)
    return found.order_by(F("year").asc(nulls_last=True), "moment", "ref")


@dataclass(slots=True)
class Year:
    """One year's decisions, by how far each can be followed. `year` None: the sources name none."""

    year: int | None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def years() -> list[Year]:
    """Each year with its decisions by stage, undated ones last."""
    counted = {str(stage): Count("pk", filter=behind) for stage, behind in BEHIND.items()}
    rows = of_kind(Kind.DECISION).values_list("year").annotate(**counted).order_by("year")
    found = [Year(year, dict(zip(counted, counts, strict=True))) for year, *counts in rows]
    return sorted(found, key=lambda each: (each.year is None, each.year or 0))


def sums() -> list[tuple[Sum, list[Card]]]:
    """Published sums by what the source says they are, each with the decisions behind it."""
    told = list(of_kind(Kind.DECISION).filter(facts__has_key="amount").order_by("ref"))
    by_ref = {card.ref: card for card in told}
    found = sums_by_meaning(((card.ref, card.facts) for card in told), str(pack.about()["currency"]))
    return [(each, [by_ref[ref] for ref in each.refs]) for each in found]


def categories() -> list[str]:
    """The codes of the categories of support, in the order of the pack."""
    return pack.codes("support_categories")


def applicant(face: Face, card: Card) -> tuple[Said, str]:
    """Who applied, and the page of that company where the register knows it."""
    for code in ("applicant", "applicant_said"):
        voices = face.voices(card, code)
        if voices:
            link = face.link(code, voices[0])
            return Said(str(link.text), getattr(link.text, "lang", "")), link.url
    return Said(""), ""


def film(face: Face, card: Card) -> Card | None:
    """The film of the register that the project became, as far as it was recognised."""
    voices = face.voices(card, "work")
    return face.linked.get(voices[0].get("object", "")) if voices else None


def money(face: Face, card: Card, lang: str) -> tuple[str, Said]:
    """The published sum and what the source says it is; empty texts where none is published."""
    voices = face.voices(card, "amount")
    if not voices or not str(voices[0]["value"]).isdigit():
        return "", Said("")
    said = Money.whole(int(voices[0]["value"]), str(pack.about()["currency"])).say(lang)
    notes = voices[0].get("notes", ())
    return said, pack.phrase(notes[0]) if notes else Said("")


@dataclass(frozen=True, slots=True)
class Line:
    """One decision as the list shows it: who applied, what became of it, the film, the sum and its meaning."""

    title: Said
    url: str
    who: Said
    who_url: str
    kinds: list[Said]
    outcome: Said
    film: Link | None
    amount: str
    meaning: Said
    stage: Stage


def line(face: Face, card: Card) -> Line:
    """One decision in words of the page's language."""
    who, url = applicant(face, card)
    made = film(face, card)
    amount, meaning = money(face, card, pack.language())
    return Line(
        title(card), card.get_absolute_url(), who, url,
        [said for code in ("kind", "category") if (said := face.lead(card, code))],
        face.in_page_language(card, "outcome"),
        Link(title(made), made.get_absolute_url()) if made else None,
        amount, meaning, stage_of(card.facts),
    )  # fmt: skip


def row(face: Face, card: Card) -> Sequence[object]:
    """One decision as a row of open data, in the columns of HEAD."""
    first = {code: (face.voices(card, code) or [{}])[0] for code in card.facts}
    said = {code: voice.get("value", "") for code, voice in first.items()}
    outcomes = {voice.get("lang", ""): voice["value"] for voice in face.voices(card, "outcome")}
    numbers = {number for voice in first.values() for number in voice.get("sources", ())}
    addresses = sorted(face.known[n].address for n in numbers if n in face.known)
    return (
        card.ref, said.get("title", ""), card.moment, said.get("decision", ""), said.get("applicant_said", ""),
        said.get("kind", ""), said.get("category", ""), said.get("amount", ""),
        "; ".join(first.get("amount", {}).get("notes", ())), outcomes.get("en", ""),
        first.get("work", {}).get("object", ""), said.get("certainty", ""), " ; ".join(addresses),
    )  # fmt: skip
