"""A film as its page shows it: the parts that components are given, cited in the order in which they stand."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from babel.numbers import format_decimal
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.kit import identifiers
from kinoqor.kit.money import Money
from kinoqor.register.card.models import Card
from kinoqor.register.card.words import Sureness
from kinoqor.register.claim.rules import ISO
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.credit.words import Role
from kinoqor.register.event.words import ReleaseType, Result
from kinoqor.register.face.queries import other_titles, say_moment, title
from kinoqor.register.film.queries import Film
from kinoqor.register.source.words import SourceKind
from kinoqor.ui import drawing, pack
from kinoqor.ui.parts import Credit, Dispute, Fact, Link, Note, Plate, Row, Said, Text

ALWAYS = ("studio", "country", "language", "runtime")
WHERE_KNOWN = ("colour", "first_shown", "working_title", "budget", "box_office")
SIGNS = {Result.WON: "good", Result.NOMINATED: "waiting", Result.SELECTED: "open"}
# How many lines of the cast stand open; a few more are not worth folding.
OPEN_CAST = 8
_CURRENCY = re.compile(r"[A-Z]{3}")


def line(film: Film) -> list[Text]:
    """What stands above the title: kind, year, countries, genres."""
    face, card = film.face, film.card
    year = _("%(year)s, from memory") % {"year": card.year} if card.unverified else str(card.year or "")
    found: list[Text] = [capfirst(str(face.lead(card, "kind"))), year or _("year not known")]
    for code in ("country", "genre"):
        found.append(", ".join(str(face.value(code, voice)) for voice in face.voices(card, code)))
    return [text for text in found if text]


def strip(film: Film, counts: Mapping[int, int]) -> drawing.Three:
    """The century with the sun on the film's year; a ring for each other year that is claimed, or where none is sure."""
    voices = [voice for voice in film.face.voices(film.card, "year") if ISO.match(str(voice["value"]))]
    years = list(dict.fromkeys(int(str(voice["value"])[:4]) for voice in voices))[:4]
    suns = [drawing.Sun(year, ring=number > 0 or film.card.unverified) for number, year in enumerate(years)]
    caption = ""
    if len(years) == 2:
        caption = _("%(first)s or %(second)s") % {"first": years[0], "second": years[1]}
    elif film.card.unverified:
        caption = _("%(year)s, from memory") % {"year": film.card.year}
    return drawing.strips(counts, suns, caption=caption)


def synopsis(film: Film) -> dict[str, Any]:
    """The synopsis (`text`), its sources (`cites`), and whether the register translated it (`own`)."""
    text = film.face.in_page_language(film.card, "synopsis")
    voices = [voice for voice in film.face.voices(film.card, "synopsis") if voice["value"] == text.text]
    numbers = [number for voice in voices for number in voice["sources"]]
    kinds = {film.face.known[number].kind for number in numbers if number in film.face.known}
    own = kinds == {SourceKind.OWN}
    return {"text": text, "cites": [] if own else film.face.cites(numbers), "own": own}


def facts(film: Film) -> list[Fact]:
    """The facts at the side; what is not known is said to be so."""
    face, card = film.face, film.card
    found: list[Fact | None] = [face.fact(card, code) or _not_known(code) for code in ALWAYS]
    for code in WHERE_KNOWN:
        if not card.facts.get(code, {}).get("disputed"):
            found.append(face.fact(card, code))
    found += [_spellings(film), *(_identifier(film, code) for code in identifiers.KINDS)]
    found.append(Fact(_("Rests on"), Sureness(card.sureness).label))
    found.append(Fact(_("Register number"), card.ref))
    csv, json = reverse("film-csv", args=[card.ref]), reverse("film-json", args=[card.ref])
    found.append(Fact(_("Open data"), links=[Link("CSV", csv), Link("JSON", json)]))
    return [fact for fact in found if fact]


def _not_known(code: str) -> Fact:
    return Fact(PROPERTIES[code].label, _("not known"), sign="unverified")


def _spellings(film: Film) -> Fact | None:
    """Titles that the head does not show: other spellings and scripts."""
    shown = {str(title(film.card)), *(said.text for said in other_titles(film.card))}
    voices = film.face.voices(film.card, "title")
    # Titles that sources contradict one another on stand among the disagreements.
    apart = film.card.facts.get("title", {}).get("disputed")
    other = [v for v in voices if v["value"] not in shown and not (apart and v.get("disputes"))]
    by_text = {voice["value"]: voice for voice in reversed(other)}
    links = [Link(_in_script(voice), note=_unverified(voice)) for voice in reversed(by_text.values())]
    return Fact(_("Also written"), links=links) if links else None


def _in_script(voice: Mapping[str, Any]) -> Said:
    lang = voice.get("lang", "")
    romanised = voice.get("script") == "Latn" and lang not in ("", "en")
    return Said(voice["value"], f"{lang}-Latn" if romanised else lang)


def _unverified(voice: Mapping[str, Any]) -> str:
    return _("unverified") if voice.get("rank") == Rank.UNVERIFIED else ""


def _identifier(film: Film, code: str) -> Fact | None:
    voices = film.face.voices(film.card, code)
    links = [Link(v["value"], identifiers.address(code, v["value"]), _unverified(v)) for v in voices]
    sign = "unverified" if links and all(link.note for link in links) else ""
    return Fact(PROPERTIES[code].label, links=links, sign=sign) if links else None


def made_by(film: Film) -> tuple[list[Credit], list[Credit]]:
    """Who made it, in the order of roles, then the cast, characters first: what stands open, and what is folded.

    A director known only from memory is signed so.
    """
    crew = [_credit(film, each) for each in film.credits if each.role != Role.ACTOR]
    if not any(each.role == Role.DIRECTOR for each in film.credits):
        crew = [*_from_memory(film), *crew]
    cast = sorted(
        (each for each in film.credits if each.role == Role.ACTOR), key=lambda each: not each.character
    )
    lines = [_credit(film, each, gap=number == 0 and bool(crew)) for number, each in enumerate(cast)]
    cut = len(lines) if len(lines) <= OPEN_CAST + 3 else OPEN_CAST
    return [*crew, *lines[:cut]], lines[cut:]


def _credit(film: Film, credit: Any, gap: bool = False) -> Credit:
    person, roles = credit.person.card, dict(Role.choices)
    role: Text = pack.phrase(credit.character) if credit.character else roles.get(credit.role, credit.role)
    unsure = _("unverified") if credit.unverified else ""
    return Credit(
        role, title(person), person.get_absolute_url(), first=credit.role == Role.DIRECTOR, gap=gap,
        sign="unverified" if unsure else "", word=unsure, cites=film.face.cites(credit.sources, 1),
    )  # fmt: skip


def _from_memory(film: Film) -> list[Credit]:
    voices = [v for v in film.face.voices(film.card, "director_said") if v.get("rank") == Rank.UNVERIFIED]
    word = _("from memory, no source found yet")
    said = ((film.face.value("director_said", voice), voice) for voice in voices)
    return [
        Credit(Role.DIRECTOR.label, name, first=True, sign="unverified", word=word) for name, _voice in said
    ]


def disputes(film: Film) -> list[Dispute]:
    """On what sources contradict one another, the year before all else."""
    return film.face.disputes(film.card, dict.fromkeys(["year", *PROPERTIES]))


def from_memory(film: Film) -> list[Fact]:
    """Every value for which no source was found."""
    found = []
    for code, prop in PROPERTIES.items():
        voices = [v for v in film.face.voices(film.card, code) if v.get("rank") == Rank.UNVERIFIED]
        if voices:
            links = [
                Link(film.face.link(code, voice).text, film.face.link(code, voice).url) for voice in voices
            ]
            found.append(Fact(prop.label, links=links, sign="unverified"))
    return found


def awards(film: Film) -> list[Row]:
    """What it won and where it was selected."""
    rows = []
    for award in film.awards:
        festival = award.organisation.card
        words = [award.section, award.award]
        more = [Note(pack.phrase(each)) for each in words if each]
        result = (
            Note(Result(award.result).label, SIGNS[Result(award.result)]) if award.result in SIGNS else None
        )
        when = str(award.year) if award.year else _("year not known")
        notes, cites = [result] if result else [], film.face.cites(award.sources, 2)
        rows.append(Row(title(festival), when, festival.get_absolute_url(), more, notes, cites))
    return rows


def releases(film: Film) -> list[Row]:
    """Where and when it was shown, and what it took."""
    rows = []
    kinds = dict(ReleaseType.choices)
    for release in film.releases:
        countries = [pack.label("territories", code) for code in release.territory.split(";") if code]
        where = ", ".join(countries)
        platform = release.platform.card if release.platform else None
        known: list[Text] = [pack.phrase(release.venue)] if release.venue else []
        known = [title(platform)] if platform else known
        words: list[Text] = [*known, where, str(kinds.get(release.medium, release.medium))]
        what, *more = [word for word in words if word] or [_("place not known")]
        what = Said(capfirst(str(what)), what.lang if isinstance(what, Said) else "")
        rows.append(
            Row(
                what, say_moment(release.date) if release.date else _("date not known"),
                platform.get_absolute_url() if platform else "", [Note(word) for word in more], _taken(release),
                film.face.cites(release.sources, 2),
            )
        )  # fmt: skip
    return rows


def _taken(release: Any) -> list[Note]:
    """Box office and admissions of a release, where they are known."""
    notes = []
    if release.box_office is not None:
        notes.append(Note(_sum(release.box_office, release.currency), "money"))
    if release.admissions is not None:
        n = format_decimal(release.admissions, locale=pack.language())
        notes.append(Note(ngettext("%(n)s viewer", "%(n)s viewers", release.admissions) % {"n": n}))
    return notes


def _sum(amount: int, currency: str) -> str:
    if _CURRENCY.fullmatch(currency):
        return Money.whole(amount, currency).say(pack.language())
    return f"{format_decimal(amount, locale=pack.language())} {currency}".strip()


def support(film: Film) -> list[Row]:
    """Decisions on state support that name this film."""
    rows = []
    for voice in film.face.voices(film.card, "supported"):
        decision = film.face.linked.get(voice.get("object", ""))
        if decision is None:
            continue
        more = [Note(said) for code in ("decision", "category") if (said := film.face.lead(decision, code))]
        notes = [Note(pack.phrase(note)) for note in voice.get("notes", ())]
        amount = film.face.lead(decision, "amount")
        sums = [Note(amount, "money")] if amount else []
        when = say_moment(decision.moment) if decision.moment else _("date not known")
        rows.append(Row(title(decision), when, decision.get_absolute_url(), [*more, *notes], sums))
    return rows


def plates(beside: Iterable[tuple[Card, list[Card]]]) -> list[Plate]:
    """Other films of the same people as title plates."""
    return [
        Plate(
            title(card), card.get_absolute_url(), card.year, _voices_of_year(card),
            bool(card.facts.get("year", {}).get("disputed")), title(people[0]) if people else "", other_titles(card),
        )
        for card, people in beside
    ]  # fmt: skip


def _voices_of_year(card: Card) -> int:
    voices = card.facts.get("year", {}).get("voices", ())
    return len({number for voice in voices for number in voice["sources"]}) or 1
