"""A list of who gets what in rows: why each film is in it or not, where the sun rests, envelopes, quotas, cut-offs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters.said import Tongue, points, tongue
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.queries import Listed, Read
from kinoqor.deciding.allocation.words import WHOLE, Reason, Way
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.models import Application
from kinoqor.ui.parts import Said

IN = {Way.LIST: "good", Way.REST: "good", Way.LOT: "lifted", Way.DEPARTURE: "lifted"}


@dataclass(frozen=True, slots=True)
class Row:
    """A film on the list, in words. `sum_`: of this and all before it; `asks`: the address that asks what it lacked."""

    place: int
    number: int
    title: Said
    stream: str
    points: str
    within: str
    asked: str
    award: str
    sum_: str
    sign: str
    why: str
    clause: str
    asks: str
    here: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """The list of one stream, or the whole: the films above the line, what the line says, the films under it."""

    code: str
    name: str
    above: Sequence[Row]
    line: str
    under: Sequence[Row]


def stacks(
    of: Allocation, rows: Sequence[Listed], films: Mapping[str, Application], apart: bool, asked: int | None
) -> list[Stack]:
    """The list whole, or stream by stream (`apart`); `asked` is the film of which the page says what it lacked."""
    found = queries.read(of)
    if found is None:
        return []
    made = _Maker(of, found, films, asked, apart)
    if not apart:
        return [made.stack("", rows)]
    return [
        made.stack(stream.code, [row for row in rows if row.stream == stream.code])
        for stream in found.case.settings.streams
        if any(row.stream == stream.code for row in rows)
    ]


class _Maker:
    """What every row of a page needs to be told."""

    def __init__(
        self, of: Allocation, found: Read, films: Mapping[str, Application], asked: int | None, apart: bool
    ) -> None:
        self.of, self.found, self.films, self.asked = of, found, films, asked
        self.by = "by=stream&" if apart else ""
        before = queries.computed(of)
        self.computed = before.result.funded if before else frozenset()
        self.tongue: Tongue = tongue(of)
        self.files = {each.code: each for each in found.case.files}

    def stack(self, stream: str, rows: Sequence[Listed]) -> Stack:
        """The list of a stream, or the whole where none is named."""
        total = 0
        above: list[Row] = []
        under: list[Row] = []
        for place, row in enumerate(rows, 1):
            total += row.award
            (above if row.funded else under).append(self._row(place, row, total))
        name = self.tongue.stream(stream) if stream else ""
        return Stack(stream, name, above, self._line(stream, rows), under)

    def _line(self, stream: str, rows: Sequence[Listed]) -> str:
        whole = sum(each.envelope for each in self.found.case.settings.streams if stream in ("", each.code))
        given = sum(row.award for row in rows)
        return _("%(given)s of %(whole)s given, %(left)s left") % {
            "given": self.tongue.money(given), "whole": self.tongue.money(whole),
            "left": self.tongue.money(whole - given),
        }  # fmt: skip

    def _row(self, place: int, row: Listed, total: int) -> Row:
        why, sign, quotas = self.why(row)
        film = self.films.get(str(row.application))
        asks = "" if row.funded else f"?{self.by}film={row.application}#lacked"
        return Row(
            place, row.application, title(film) if film else Said(f"№ {row.application}"), self.tongue.stream(row.stream),
            points(row.points), f"{points(row.low)}–{points(row.high)}" if row.high > row.low else "",
            self.tongue.money(row.asked), self.tongue.money(row.award) if row.funded else "",
            self.tongue.money(total) if row.funded else "", sign, why, self.tongue.clause(quotas, self.of.stage), asks,
            row.application == self.asked,
        )  # fmt: skip

    def why(self, row: Listed) -> tuple[str, str, Sequence[str]]:
        """Why a film is in the list or not, its sign, and the quotas whose clause it rests on."""
        if not row.funded:
            return (*self._out(row), row.quotas)
        lifting = self._lifted(row) if row.way == Way.LIST else ()
        if lifting:
            return _("lifted by: %(quotas)s") % {"quotas": self.tongue.quotas(lifting)}, "lifted", lifting
        way = Way(row.way)
        words = str(way.label)
        if row.award < row.asked:
            part = row.award * WHOLE // row.asked
            words = _("%(why)s, %(part)s%% of what it asks") % {"why": words, "part": part}
        return words, IN[way], ()

    def _out(self, row: Listed) -> tuple[str, str]:
        label = str(Reason(row.reason).label)
        if row.code in self.computed and row.reason != Reason.DEPARTURE:
            return _("gave way to a departure from the list"), "refused"
        if row.short is not None and row.reason == Reason.LINE:
            return _("%(points)s points short") % {"points": points(row.short)}, "refused"
        if row.quotas:
            return f"{label}: {self.tongue.quotas(row.quotas)}", "refused"
        return label, "open" if row.reason == Reason.LOT else "refused"

    def _lifted(self, row: Listed) -> tuple[str, ...]:
        """The quotas for whose sake a film stands before one with more points."""
        own = queries.counting(self.found.case, self.files[row.code])
        asked = [
            each.quotas
            for each in self.found.result.refusals
            if each.reason == Reason.QUOTA
            and self.files[each.code].points > row.points
            and (self.files[each.code].stream, self.files[each.code].kind) == (row.stream, row.kind)
        ]
        return tuple(code for code in own if any(code in some for some in asked))


def lacked(of: Allocation, row: Listed, films: Mapping[str, Application]) -> dict[str, Any]:
    """What it would have taken for one film; `ready` says whether it was worked out already."""
    told, say = queries.would(of), tongue(of)
    found = told.get(row.code)
    steps: list[tuple[str, str, str]] = []
    if found is not None and found.points is not None:
        more, note = found.points - row.points, ""
        if row.high >= found.points:
            note = _("its interval reaches %(high)s: this is within the noise of its readers")
            note %= {"high": points(row.high)}
        words = _("it had %(more)s points more: %(points)s instead of %(own)s") % {
            "more": points(more), "points": points(found.points), "own": points(row.points),
        }  # fmt: skip
        steps.append(("open", words, note))
    if found is not None and found.envelope is not None:
        words = _("there were %(money)s more for %(stream)s") % {
            "money": say.money(found.envelope), "stream": say.stream(row.stream),
        }  # fmt: skip
        steps.append(("money", words, _("this sum was tried and is enough; a smaller one may be too")))
    passed = [
        (title(films[str(of.codes[code])]), say.quotas(quotas))
        for code, quotas in (found.passed if found else ())
        if code in of.codes
    ]
    before = queries.computed(of)
    return {
        "ready": found is not None,
        "was_in": bool(before and row.code in before.result.funded),
        "steps": steps,
        "passed": passed,
        "film": title(films[str(row.application)]),
    }


def departures(of: Allocation, films: Mapping[str, Application]) -> list[dict[str, Any]]:
    """The departures that stand: which film, who asked for it, why, what it costs."""
    say, found = tongue(of), []
    for each in queries.departures(of):
        named = {
            way: [title(films[str(of.codes[code])]) for code in each.price.get(way, ()) if code in of.codes]
            for way in ("entering", "leaving")
        }
        found.append(
            {
                "pk": each.pk, "title": title(each.application), "comes_in": each.comes_in, "author": each.author,
                "reason": each.reason, "at": each.made.at, "money": _more(int(each.price.get("money", 0)), say), **named,
            }
        )  # fmt: skip
    return found


def _more(minor: int, say: Tongue) -> str:
    if not minor:
        return _("the list gives as much money as before")
    words = _("the list gives %(money)s more") if minor > 0 else _("the list gives %(money)s less")
    return words % {"money": say.money(abs(minor))}


def head(of: Allocation, rows: Sequence[Listed]) -> str:
    """The list in a sentence: how many films for how much."""
    funded = [row for row in rows if row.funded]
    words = ngettext("%(n)s film for %(money)s", "%(n)s films for %(money)s", len(funded))
    return words % {"n": len(funded), "money": tongue(of).money(sum(row.award for row in funded))}


def named(of: Allocation) -> Mapping[str, Application]:
    """The applications of a list by their numbers, one query."""
    return {str(each.pk): each for each in queries.marked(of.codes.values())}


def addresses(of: Allocation, names: Iterable[str]) -> dict[str, str]:
    """The addresses of what can be done with a list."""
    return {name: reverse(f"allocation-{name}", args=[of.pk]) for name in names}
