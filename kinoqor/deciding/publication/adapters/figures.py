"""The figures of a result: the way down in frames, envelopes and quotas as bars, the cut-offs, what was not chosen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.deciding.publication import queries
from kinoqor.deciding.publication.adapters.fates import Papers
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.publication.queries import Round
from kinoqor.deciding.publication.words import WHY, Result
from kinoqor.funding.application.words import State
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.words import Terms
from kinoqor.judging.score.adapters.shown import shown
from kinoqor.kit.question import said
from kinoqor.ui import drawing

WIDTH = 300  # of a bar, in units of its drawing
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the money or of a quota: what it is, how much of how much, its clause, and the length of its bar."""

    name: str
    given: str
    whole: str
    bar: int | None  # None: there is nothing to measure it by
    clause: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CutOff:
    """A line of the list: which group, at how many points, of how many files how many were chosen."""

    stream: str
    kind: str
    quotas: str
    points: str
    files: int
    funded: int


def points(hundredths: int | None) -> str:
    """Points as the page writes them; a dash where there are none."""
    return "–" if hundredths is None else shown(hundredths / HUNDRED)


def way_down(
    of: Round, publication: Publication | None, found: Sequence[Outcome]
) -> list[tuple[int, str, Any]]:
    """(how many, what they are, the frames) step by step, from the files that were filed to those chosen here."""
    filed, earlier = queries.way_down_of(of, publication)
    steps = [(filed, _("were filed"))]
    for each in earlier:
        steps.append(
            (each["files"], _("passed the check: %(stage)s") % {"stage": _stage(of.terms, each["stage"])})
        )
        steps.append(
            (each["chosen"], _("were chosen: %(stage)s") % {"stage": _stage(of.terms, each["stage"])})
        )
    name = _stage(of.terms, of.stage)
    steps.append((len(found), _("passed the check: %(stage)s") % {"stage": name}))
    defended = sum(each.line.get("was") == State.PITCHED for each in found)
    if defended:
        steps.append((defended, _("were defended at the pitching")))
    chosen = sum(each.result != Result.NOT_CHOSEN for each in found)
    last = _("are in the order") if of.money else _("were chosen: %(stage)s") % {"stage": name}
    steps.append((chosen, last))
    most = max(count for count, _label in steps)
    return [(count, label, _frames(count, most - count)) for count, label in steps]


def _stage(terms: Terms, code: str) -> str:
    stage = terms.stage(code)
    return said(stage.name) if stage else code


def _frames(now: int, gone: int) -> drawing.Three:
    kinds = {"feature": now, "other": gone}
    return drawing.Three(*(drawing.frames(kinds, per_row) for per_row in (84, 56, 28)))


def refused(found: Iterable[Outcome]) -> list[tuple[str, int]]:
    """Of the films that were not chosen: each reason with how many it kept out; no film is named."""
    counted = Counter(each.line.get("reason", "") for each in found if each.result == Result.NOT_CHOSEN)
    return [(str(WHY.get(code, code)), many) for code, many in counted.most_common()]


def envelopes(terms: Terms, found: Sequence[Outcome]) -> list[Bar]:
    """The money of each stream: what was set aside and what the order gives."""
    rows = []
    for each in terms.streams:
        inside = [
            one for one in found if one.result == Result.AWARDED and one.line.get("stream") == each.code
        ]
        given = sum(one.award for one in inside)
        films = ngettext("%(n)s film", "%(n)s films", len(inside)) % {"n": len(inside)}
        bar = round(WIDTH * min(given, each.envelope) / each.envelope) if each.envelope else None
        whole = spoken.sum_of(each.envelope, terms.currency) if each.envelope is not None else _("not known")
        rows.append(Bar(said(each.name), spoken.sum_of(given, terms.currency), whole, bar, "", films))
    return rows


def quotas(terms: Terms, papers: Papers | None, found: Sequence[Outcome]) -> list[Bar]:
    """The quotas of the call: how many films of the order count for each, and what it asks for."""
    if papers is None or papers.case is None:
        return []
    known = {each.code: each for each in terms.quotas}
    inside = [
        (papers.files.get(one.line.get("code", "")), one) for one in found if one.result == Result.AWARDED
    ]
    rows = []
    for quota in papers.case.settings.quotas:
        counting = [one for file, one in inside if file and quota.attributes & file.attributes]
        whole = [one for file, one in inside if file and quota.stream in ("", file.stream)]
        of = known.get(quota.code)
        part = _measured(quota.counted, counting, whole)
        goal = quota.least or quota.most or 0
        bar = round(WIDTH * min(part, goal) / goal) if goal else None
        rows.append(
            Bar(
                said(of.name) if of else quota.code,
                _amount(quota.counted, part),
                _bounds(quota),
                bar,
                quota.clause,
            )
        )
    return rows


def _measured(counted: str, counting: Sequence[Outcome], whole: Sequence[Outcome]) -> int:
    if counted == "films":
        return len(counting)
    if counted == "share":
        return HUNDRED * len(counting) // len(whole) if whole else 0
    money = sum(one.award for one in whole)
    return HUNDRED * sum(one.award for one in counting) // money if money else 0


def _amount(counted: str, part: int) -> str:
    return str(part) if counted == "films" else f"{part} %"


def _bounds(quota: Any) -> str:
    words = []
    if quota.least:
        words.append(_("at least %(n)s") % {"n": _amount(quota.counted, quota.least)})
    if quota.most is not None:
        words.append(_("at most %(n)s") % {"n": _amount(quota.counted, quota.most)})
    return ", ".join(words) or "–"


def cut_offs(terms: Terms, papers: Papers | None) -> list[CutOff]:
    """The lines of the computed list, group by group."""
    if papers is None or papers.result is None:
        return []
    named = {each.code: said(each.name) for each in terms.quotas}
    rows = []
    for each in papers.result.lines:
        stream, kind = terms.stream(each.stream), terms.kind(each.kind)
        rows.append(
            CutOff(
                said(stream.name) if stream else each.stream, said(kind.name) if kind else each.kind,
                ", ".join(named.get(code, code) for code in each.quotas), points(each.points), each.files, each.funded,
            )
        )  # fmt: skip
    return rows
