"""A sitting in words for its pages: agenda, who is there, the point that is voted on, its result."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kinoqor.accounts.role.queries import Who
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.models import Item, Sitting
from kinoqor.deciding.session.words import OVER, SIGNS, Broken, Matter, Standing
from kinoqor.funding.application.adapters.page import title as title_of
from kinoqor.funding.award.words import Form
from kinoqor.funding.call.adapters import spoken
from kinoqor.kit.canonical import digest
from kinoqor.kit.question import said
from kinoqor.ui.parts import Note, Row, Said, Text


@dataclass(frozen=True, slots=True)
class Shown:
    """A point of an agenda on a page; `about` is the film, unless it is shut to the reader."""

    item: Item
    number: int
    title: str
    about: Text
    words: str
    state: str
    sign: str
    form: str
    result: str
    shut: bool

    @property
    def waiting(self) -> bool:
        """Whether it can still be moved or dropped."""
        return bool(self.item.standing == Standing.WAITING)

    @property
    def open(self) -> bool:
        """Whether it is being voted on."""
        return bool(self.item.standing == Standing.OPEN)

    @property
    def decided(self) -> bool:
        """Whether its vote is over."""
        return self.item.standing in OVER

    @property
    def counted(self) -> bool:
        """Whether its vote came to its end."""
        return bool(self.item.standing == Standing.DECIDED)


def frame(of: Sitting) -> dict[str, Any]:
    """What every page of a sitting shows."""
    terms = queries.terms(of)
    stage = terms.stage(of.stage)
    when = timezone.localtime(of.at, ZoneInfo(terms.zone))
    state, sign = pgettext("a sitting", "called"), "open"
    if of.opened_id:
        state, sign = pgettext("a sitting", "open"), "waiting"
    if of.closed_id:
        state, sign = pgettext("a sitting", "closed"), "good"
    return {
        "sitting": of, "body": said(of.body.name), "call": said(terms.name), "ref": of.version.call.ref,
        "stage": of.stage, "stage_name": said(stage.name) if stage else of.stage, "when": spoken.wall(when),
        "state": state, "sign": sign, "invented": terms.invented,
    }  # fmt: skip


def points(agenda: Iterable[Item], shut: Collection[int], names: bool = True) -> list[Shown]:
    """The points of an agenda; of a film that is `shut` to the reader neither its name stands there nor what came of it,
    and no film is named where not `names`.
    """
    return [point(one, shut, names) for one in agenda]


def point(of: Item, shut: Collection[int], names: bool = True) -> Shown:
    """One point of an agenda."""
    films = queries.films_of(of) if of.matter in (Matter.FILM, Matter.DEPARTURE) else frozenset()
    hidden = bool(films & set(shut))
    about: Text = ""
    moved = of.departure.application if of.departure else None
    film = of.application or moved
    if film is not None and names:
        about = Said(_("a film that is shut to you")) if hidden else title_of(film)
    silent = hidden or (bool(films) and not names)  # the words of such a point may name its film
    title, words = str(capfirst(Matter(of.matter).label)), "" if silent else of.words
    if of.matter == Matter.OTHER and words:
        title, words = words, ""
    return Shown(
        of, of.number, title, about, words,
        str(Standing(of.standing).label), SIGNS[Standing(of.standing)], str(Form(of.form).label),
        "" if hidden else result(of), hidden,
    )  # fmt: skip


def result(of: Item) -> str:
    """What came of a closed vote, in one line; "" before that."""
    counts = of.counts
    if of.standing not in OVER or counts is None:
        return ""
    if of.standing == Standing.BROKEN:
        why = Broken(counts["broken_off"]).label
        return _("The vote was broken off: %(why)s. Votes cast: %(n)s; nothing was carried.") % {
            "why": why, "n": counts["voted"],
        }  # fmt: skip
    told = _("%(for)s for, %(against)s against, %(abstained)s abstained") % counts
    if of.carried:
        return _("Carried: %(votes)s.") % {"votes": told}
    return _("Not carried: %(votes)s.") % {"votes": told}


def mark(of: Sitting, agenda: Iterable[Item]) -> str:
    """A short text that is another one as soon as the sitting has moved on."""
    there = [[one.pk, one.left_id] for one in queries.presences(of.pk)]
    listed = [[one.pk, one.number, str(one.standing)] for one in agenda]
    return digest([of.opened_id, of.closed_id, listed, there])[:16]


def voted(of: Item | None) -> int:
    """How many have voted on the point that is open; nought where none is."""
    return len(queries.took_part(of)) if of is not None and of.standing == Standing.OPEN else 0


def rows(found: Iterable[Sitting], to: str) -> list[Row]:
    """Sittings in rows; `to` is the name of the page to which each leads."""
    made = []
    for one in found:
        told = frame(one)
        about = f"{told['call']} · {told['stage_name']}"
        made.append(
            Row(
                told["body"],
                told["when"],
                reverse(to, args=[one.pk]),
                [Note(about)],
                [Note(told["state"], told["sign"])],
            )
        )
    return made


def seats(of: Sitting, now: datetime, shut: Collection[str] = ()) -> list[dict[str, Any]]:
    """Who sits on the body today, with whether they are there; and who is noted as there without a seat."""
    there = queries.here(of.pk)
    found = [
        {
            "member": one.pk, "name": one.seat.user.name, "chair": one.chair, "act": one.seat.act,
            "here": f"user:{one.seat.user_id}" in there, "out": f"user:{one.seat.user_id}" in shut, "unseated": False,
        }
        for one in queries.members_on(of, queries.day_of(of, now))
    ]  # fmt: skip
    known = {each["member"] for each in found}
    for one in there.values():
        if one.member_id not in known:
            name = one.member.seat.user.name
            found.append({"member": one.member_id, "name": name, "here": True, "unseated": True})
    return found


def asked(of: Item | None, who: Who) -> list[Any]:
    """The films that a stage without money admits, which is what its list says; without what is shut to the reader."""
    if of is None or of.matter != Matter.STAGE:
        return []
    shut = queries.shut_in(who, queries.films_of(of))
    return [title_of(one) for one in queries.admitted(of) if one.pk not in shut]


def votes_said(done: int, there: int) -> str:
    """How many have voted, of those who are there and have a vote."""
    return ngettext("%(done)s of %(n)s has voted", "%(done)s of %(n)s have voted", there) % {
        "done": done,
        "n": there,
    }
