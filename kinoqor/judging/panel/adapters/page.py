"""Bodies and members as their pages show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.call.queries import all_published, terms_of
from kinoqor.funding.programme.models import Programme
from kinoqor.judging.panel import queries
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.rules import bars, bars_seated, rested_at
from kinoqor.judging.panel.rules.barring import turn_of
from kinoqor.judging.panel.words import ABOUT, WAYS, Bar, BodyKind, Ground
from kinoqor.kit.question import said
from kinoqor.register.credit.words import Role as Credited
from kinoqor.register.face.queries import cards, title
from kinoqor.register.spelling.queries import details, find, with_cards
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack
from kinoqor.ui.parts import Fact, Note, Row

MOST_FOUND = 8
MOST_PAST = 50
HEAD = (
    "body", "kind", "name_kk", "name_ru", "name_en", "programme", "person", "chair", "act", "since", "until", "ended_by",
)  # fmt: skip


def rows(bodies: Iterable[Any], to: str, barred: Mapping[int, int] | None = None) -> list[Row]:
    """The bodies of a page, each with its kind, programme and how many sit on it; `to` names the page they lead to.
    `barred` says how many sit on a body, by its key, whom the rules bar now.
    """
    found = []
    for of in bodies:
        more = [Note(capfirst(BodyKind(of.kind).label)), Note(said(of.programme.name))]
        words = ngettext("%(n)s member", "%(n)s members", of.sitting) % {"n": of.sitting}
        notes = [Note(_("closed"), "refused")] if of.closed_id else [Note(words)]
        n = (barred or {}).get(of.pk, 0)
        if n:
            notes.append(Note(ngettext("%(n)s barred now", "%(n)s barred now", n) % {"n": n}, "refused"))
        found.append(Row(said(of.name), "", reverse(to, args=[of.ref]), more, notes))
    return found


def data() -> Iterator[tuple[object, ...]]:
    """Every membership there was, under HEAD: for whoever counts themselves."""
    for one in queries.members().order_by("body__ref", "seat__since", "pk"):
        seat, of = one.seat, one.body
        yield (
            of.ref, of.kind, of.name["kk"], of.name["ru"], of.name["en"], of.programme.ref, seat.user.name, one.chair,
            seat.act, seat.since.isoformat(), seat.until.isoformat() if seat.until else "",
            seat.ended.why if seat.ended else "",
        )  # fmt: skip


def facts(of: Body) -> list[Fact]:
    """What a body is: act, quorum, what decides where the votes are equal, what it judges, when it was closed."""
    tie = _("the chair’s vote decides") if of.chair_breaks_ties else _("not carried")
    judges = ", ".join(pack.label("film_kinds", code) for code in of.media) or _("every kind of film")
    quorum = ngettext("%(n)s member", "%(n)s members", of.quorum) % {"n": of.quorum}
    found = [
        Fact(_("By which act it exists"), of.act),
        Fact(_("Programme"), said(of.programme.name), reverse("programme", args=[of.programme.ref])),
        Fact(_("What it judges"), judges),
        Fact(_("Quorum"), quorum),
        Fact(_("Where the votes are equal"), tie),
    ]
    if of.closed:
        found.append(Fact(_("Closed by"), of.closed.why, sign="refused"))
    return found


def barred_by(programme: Programme) -> dict[str, Any]:
    """The rules of a programme on who may not sit, each with its clause and who says so, and its rotation."""
    found = queries.barring(programme)
    rules = [
        {
            "ground": capfirst(each.ground.label), "clause": each.clause.get(pack.language(), ""), "source": each.source,
            "sure": each.sure,
        }
        for each in found.rules
    ]  # fmt: skip
    years = ngettext(
        "A person counts as working whose newest film is at most %(n)s year old.",
        "A person counts as working whose newest film is at most %(n)s years old.",
        found.working_years,
    ) % {"n": found.working_years}
    working = any(each.roles for each in found.rules)
    return {
        "bars": rules, "years": years if working else "", "note": found.note.get(pack.language(), "") if working else "",
        "rotation": rotation(found.rounds_on, found.rounds_off),
    }  # fmt: skip


def rotation(on: int, off: int) -> str:
    """How many rounds in a row one may sit, in words."""
    if not on:
        return _("No rule limits how many rounds in a row one may sit.")
    sat = ngettext("%(n)s round in a row", "%(n)s rounds in a row", on) % {"n": on}
    away = ngettext("%(n)s round", "%(n)s rounds", off) % {"n": off}
    return _("One may sit %(sat)s and then stays away for %(away)s.") % {"sat": sat, "away": away}


@dataclass(frozen=True, slots=True)
class Seated:
    """A membership in a row: who, by which act, the days, whether they take the chair, what and how much they read."""

    number: int
    name: str
    act: str
    since: date
    until: date | None
    chair: bool
    to_come: bool
    ended: str
    reads: str
    rounds: str
    barred: str = ""


def seats(
    found: Iterable[Member], day: date, opened: list[date] | None = None, desk: bool = False
) -> list[Seated]:
    """Memberships in rows; with the openings of calls, each with the rounds that it holds; at the desk with what bars
    them by the last nightly look.
    """
    barred = queries.barred_now(day) if desk else {}
    return [_seat(one, day, opened, barred[one.pk][1] if one.pk in barred else ()) for one in found]


def _seat(one: Member, day: date, opened: list[date] | None, grounds: Iterable[Ground]) -> Seated:
    seat = one.seat
    langs = ", ".join(pack.label("languages", code) for code in one.languages)
    most = (
        ngettext("at most %(n)s file", "at most %(n)s files", one.most) % {"n": one.most} if one.most else ""
    )
    sat = queries.rounds_of(one, opened) if opened else ()
    return Seated(
        one.pk, seat.user.name or _("an erased account"), seat.act, seat.since, seat.until, one.chair,
        seat.since > day, seat.ended.why if seat.ended else "", " · ".join(filter(None, [langs, most])),
        ", ".join(map(str, sat)), ", ".join(str(each.label) for each in grounds),
    )  # fmt: skip


def votes(taken: Iterable[Photograph]) -> list[dict[str, Any]]:
    """Who sat at the votes of a body, with who had none in the matter, and the digest."""
    listed = list(taken)
    calls = {each.call.ref: terms_of(each) for each in all_published()} if listed else {}
    return [
        {
            "number": one.pk, "day": one.day, "about": about(one.about, calls), "digest": one.digest,
            "body": one.body.ref,
            "members": [each | {"out": each["user"] in one.shut_out} for each in one.members],
        }
        for one in listed
    ]  # fmt: skip


def about(name: str, calls: dict[str, Any]) -> str:
    """The matter of a vote in words: "opening:<call>:<stage>:<phase>" by the names of the call and its stage."""
    kind, _colon, rest = name.partition(":")
    ref, _colon, more = rest.partition(":")
    parts = [str(ABOUT.get(kind, kind))]
    if ref in calls:
        stage = calls[ref].stage(more.partition(":")[0])
        parts += [said(calls[ref].name), *([said(stage.name)] if stage else [])]
    return " · ".join([capfirst(parts[0]), *parts[1:]])


def people(asked: str) -> Iterator[dict[str, Any]]:
    """The people of the register that answer a name."""
    _read, hits = find(asked, 30)
    results = with_cards([hit for hit in hits if hit.found.kind == Kind.PERSON][:MOST_FOUND])
    told = details(results)
    for one in results:
        codes = told[one.card.pk].codes[:2] if one.card.pk in told else []
        yield {
            "ref": one.card.ref, "name": title(one.card), "url": one.card.get_absolute_url(), "year": one.card.year or "",
            "does": ", ".join(pack.label("occupations", code) for code in codes),
        }  # fmt: skip


def looked(
    of: Body, ref: str, someone: Any, day: date, viewer: int | None, seated: bool = False
) -> dict[str, Any]:
    """What is found about somebody before an appointment: every bar with its evidence, clause and way out; the doubts;
    what was looked at. Who is `seated` already is not asked to rest from the round that runs.
    """
    rules = queries.bar_rules(of.programme)
    user, name = (someone.pk, someone.name) if someone else (None, "")
    opened = queries.openings(of.programme)
    known = queries.known_of(ref, user, of.programme, day, viewer, opened)
    turn = turn_of(opened, day, known.rounds)
    found = bars_seated(known, rules, day.year) if seated else bars(known, rules, day.year, turn)
    doubts = queries.doubts_of(ref, name, known, rules, day.year)
    card = cards([ref]).get(ref) if ref else None
    return {
        "person": title(card) if card else name, "record": card, "account": someone,
        "found": _by_ground(found),
        "doubts": [{"words": capfirst(each.label), "shown": shown} for each, shown in doubts],
        "roles": [
            (Credited(role).label if role in Credited.values else role, newest[1])
            for role, newest in sorted(known.roles.items(), key=lambda pair: -pair[1][0])
        ],
        "rounds": ", ".join(map(str, known.rounds)), "back": rested_at(known.rounds, rules, turn),
    }  # fmt: skip


def _by_ground(found: Iterable[Bar]) -> list[dict[str, Any]]:
    """Bars of one ground together: all that shows it, its clause once, its way out once."""
    together: dict[Ground, dict[str, Any]] = {}
    for each in found:
        plain = {
            "ground": capfirst(each.ground.label), "clause": each.clause, "way": WAYS[each.ground], "shown": [],
        }  # fmt: skip
        together.setdefault(each.ground, plain)["shown"] += [each.shown_by] if each.shown_by else []
    return list(together.values())
