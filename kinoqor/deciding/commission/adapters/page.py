"""The list before the commission as its pages show it: rows, sums, who may not decide on what."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.text import capfirst

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.user.queries import names_of
from kinoqor.deciding.commission import queries, rules
from kinoqor.deciding.commission.adapters.composition import made_up
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.commission.queries import Table
from kinoqor.deciding.commission.words import IN_ORDER, SIGNS, Film
from kinoqor.deciding.commission.words import Ruling as Said
from kinoqor.deciding.session.rules import composed
from kinoqor.funding.application.adapters.page import title
from kinoqor.kit.money import Money
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Verdict
from kinoqor.ui.pack import language
from kinoqor.ui.parts import Said as Spoken


@dataclass(frozen=True, slots=True)
class Line:
    """A film of the list: its sums in words, how it stands, and which members may not decide on it."""

    number: int
    title: Spoken
    company: str
    url: str
    stream: str
    asked: str
    council: str
    gets: str
    sign: str
    stands: str
    out: tuple[str, ...]


def address(name: str, *args: Any) -> str:
    """The address of a page of another room; empty where the house has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def about(of: Table) -> dict[str, Any]:
    """What every page of the commission is given."""
    step = of.terms.stage(of.stage)
    return {
        "ref": of.ref, "stage": of.stage, "call": said(of.terms.name), "invented": of.terms.invented,
        "stage_name": said(step.name) if step else of.stage, "order_url": address("order", of.ref, of.stage),
        "list_url": address("allocation-round", of.ref, of.stage),
    }  # fmt: skip


def money(minor: int, of: Table) -> str:
    """A sum in the words of the page."""
    return Money(minor, of.terms.currency).exactly(language())


def begin(of: Table) -> Verdict:
    """Whether the commission may rule on a list, as far as it is known before the register is asked about its members."""
    held = rules.may_begin(of.adopted, of.bound, of.seats)
    seen = made_up(of, timezone.localdate(), judged=False) if held else None
    return composed(seen) if seen else held


def overview(who: Who, of: Table) -> dict[str, Any]:
    """The whole list as a reader may see it: sums of the whole only where nothing of it is shut to them."""
    shut = queries.shut_in(who, of.films)
    seen = [film for film in of.films if film.application not in shut]
    waiting = rules.unruled(seen, of.rulings)
    return about(of) | {
        "lines": lines(of, seen), "shut": bool(shut), "begin": begin(of), "waiting": len(waiting),
        "sums": [] if shut else _sums(of), "members": _members(of), "settled": rules.settled(seen, of.rulings),
        "body": said(of.body.name) if of.body else "", "body_ref": of.body.ref if of.body else "",
    }  # fmt: skip


def lines(of: Table, films: Collection[Film]) -> list[Line]:
    """The rows of these films."""
    known = queries.applications([film.application for film in films])
    asked = queries.asked(of.allocation) if of.allocation else {}
    people = names_of(f"user:{user}" for film in films for user in film.out)
    found = []
    for film in films:
        one, ruling = known[film.application], of.rulings.get(film.application)
        stream = of.terms.stream(film.stream)
        sign, stands = _standing(film, ruling)
        found.append(
            Line(
                film.application, title(one), one.organisation.name,
                reverse("commission-film", args=[of.ref, of.stage, film.application]),
                said(stream.name) if stream else film.stream, money(asked.get(film.application, 0), of),
                money(film.award, of), money(ruling.award, of) if ruling and ruling.said in IN_ORDER else "",
                sign, stands,
                tuple(people[f"user:{user}"] for user in sorted(film.out)),
            )
        )  # fmt: skip
    return found


def _standing(film: Film, ruling: Ruling | None) -> tuple[str, str]:
    if film.withdrawn:
        return "lifted", "withdrawn"
    if ruling is None:
        return "open", ""
    return SIGNS[ruling.said], str(Said(ruling.said).label)


def _sums(of: Table) -> list[tuple[str, int, str]]:
    """(what, how many films, their sum) of the whole list: by the council, and by each kind of ruling."""
    told = {film.application: film for film in of.films}
    found = [("council", len(of.films), money(sum(film.award for film in of.films), of))]
    for each in Said:
        here = [one for number, one in of.rulings.items() if one.said == each and number in told]
        total = sum(one.award for one in here) if each in IN_ORDER else 0
        if here:
            found.append((capfirst(str(each.label)), len(here), money(total, of) if each in IN_ORDER else ""))
    return found


def _members(of: Table) -> list[tuple[str, bool]]:
    """(name, whether they take the chair) of who sits on the commission."""
    names = names_of(f"user:{one.seat.user_id}" for one in of.members)
    return [(names[f"user:{one.seat.user_id}"], one.chair) for one in of.members]


@dataclass(frozen=True, slots=True)
class Told:
    """A ruling with its reason, as a page shows it."""

    sign: str
    said: str
    gets: str
    cuts: tuple[tuple[str, str], ...]
    reason: str
    clause: str
    at: Any
    by: str
    replaced: Any


def told(of: Table, found: Iterable[Ruling]) -> list[Told]:
    """Rulings in words, in their order."""
    listed = list(found)
    people = names_of(one.made.voice for one in listed)
    called = {code: said(name) for code, name in queries.chapters(of.terms)}
    return [
        Told(
            SIGNS[one.said], str(Said(one.said).label), money(one.award, of) if one.said in IN_ORDER else "",
            tuple((called.get(each["chapter"], each["chapter"]), money(each["amount"], of)) for each in one.cuts),
            one.reason, one.clause, one.made.at, people[one.made.voice], one.replaced.at if one.replaced else None,
        )
        for one in listed
    ]  # fmt: skip
