"""What the pages of a call show: its terms in the language of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.call import rules
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.adapters.award import awards, quotas
from kinoqor.funding.call.adapters.manner import manners
from kinoqor.funding.call.words import SIGNS, Condition, Only, Paper, Per, Stage, Terms
from kinoqor.ui.parts import Link, Note, Row


def listed(found: Iterable[tuple[Any, Terms]], now: datetime) -> list[Row]:
    """The rows of the list of calls."""
    return [_row(version, terms, now) for version, terms in found]


def _row(version: Any, terms: Terms, now: datetime) -> Row:
    held = rules.standing(terms, now, bool(version.call.annulled_id))
    stage = rules.open_stage(terms, now) or rules.next_stage(terms, now)
    notes = [Note(str(held.label), SIGNS[held])]
    if stage and stage.window and not version.call.annulled_id:
        words = _("until %(moment)s") if stage.window.began(now) else _("from %(moment)s")
        moment = stage.window.last if stage.window.began(now) else stage.window.first
        notes.append(Note(words % {"moment": spoken.wall(moment)}))
    more = [Note(spoken.told(terms.summary))]
    if terms.invented:
        more.insert(0, Note(_("Invented, for demonstration"), "unverified"))
    years = sorted({stage.window.first.year for stage in terms.stages if stage.window})
    year = str(years[0]) if years else str(next((s.actual.year for s in terms.dates if s.actual), ""))
    return Row(spoken.told(terms.name), year, reverse("call", args=[version.call.ref]), more, notes)


@dataclass(frozen=True, slots=True)
class Kept:
    """A call in the officers' list."""

    ref: str
    name: str
    standing: Any
    sign: str
    number: int
    draft: int


def kept(call: Any, counts: Any, draft: Any, now: datetime) -> Kept:
    """A call as its officers list it: which version counts, and whether there is a draft."""
    terms = rules.terms((counts or draft).terms)
    held = rules.standing(terms, now, call.annulled_id is not None)
    return Kept(
        call.ref, spoken.told(terms.name), held.label, SIGNS[held], counts.number if counts else 0,
        draft.number if draft else 0,
    )  # fmt: skip


def shown(version: Any, terms: Terms, conditions: Iterable[Condition], now: datetime) -> dict[str, Any]:
    """All that the page of a call says, save the timeline."""
    annulled = version.call.annulled
    held = rules.standing(terms, now, annulled is not None)
    stage = rules.open_stage(terms, now) if annulled is None else None
    coming = rules.next_stage(terms, now)
    return {
        "ref": version.call.ref, "number": version.number, "programme": version.call.programme, "terms": terms,
        "name": spoken.told(terms.name), "summary": spoken.told(terms.summary), "whom": spoken.told(terms.whom),
        "judged": spoken.told(terms.judged), "after": spoken.told(terms.after), "invented": terms.invented,
        "standing": held.label, "sign": SIGNS[held], "annulled": annulled, "open": _open(stage, now),
        "coming": _coming(coming), "clock": spoken.place(terms.zone), "streams": streams(terms),
        "any_envelope": any(each.envelope for each in terms.streams),
        "most_asked": spoken.sum_of(terms.most_asked, terms.currency) if terms.most_asked else "",
        "intensity": spoken.percent(terms.intensity) if terms.intensity else "",
        "conditions": [_condition(each) for each in conditions], "limits": limits(terms),
        "criteria": criteria(terms), "manners": manners(terms), "awards": awards(terms), "quotas": quotas(terms),
        "stages": [_stage(each, terms) for each in terms.stages],
        "kinds": spoken.in_a_row(spoken.told(each.name) for each in terms.kinds),
        "themes": [spoken.told(each.name) for each in terms.themes],
        "reasons": [(spoken.told(each.name), each.clause) for each in terms.reasons],
        "unknown": [spoken.told(each.text) for each in terms.unknown],
        "law": [Link(act, address) for act, address in terms.law],
    }  # fmt: skip


def _open(stage: Stage | None, now: datetime) -> dict[str, str] | None:
    if stage is None or stage.window is None:
        return None
    return {
        "name": spoken.told(stage.name), "left": spoken.left(stage.window, now), "until": spoken.wall(stage.window.last)
    }  # fmt: skip


def _coming(stage: Stage | None) -> dict[str, str] | None:
    if stage is None or stage.window is None:
        return None
    return {"name": spoken.told(stage.name), "from": spoken.wall(stage.window.first)}


def streams(terms: Terms) -> list[dict[str, Any]]:
    """Each stream with its goal, its envelope, and the kinds that it takes."""
    return [
        {
            "name": spoken.told(each.name), "goal": spoken.told(each.goal), "year": each.year or "",
            "envelope": spoken.sum_of(each.envelope, each.currency),
            "kinds": spoken.in_a_row(
                spoken.told(kind.name) for kind in terms.kinds if terms.allows(each.code, kind.code)
            ),
        }
        for each in terms.streams
    ]  # fmt: skip


def limits(terms: Terms) -> list[tuple[str, str]]:
    """Each limit as a sentence, with its clause."""
    return [
        (
            ngettext(
                "At most %(most)s application of one applicant %(per)s.",
                "At most %(most)s applications of one applicant %(per)s.",
                each.most,
            )
            % {"most": each.most, "per": Per(each.per).label},
            each.clause,
        )
        for each in terms.limits
    ]


def criteria(terms: Terms) -> list[dict[str, Any]]:
    """Each criterion with its weight as a bar, where the weight is known."""
    most = max((each.weight or 0 for each in terms.criteria), default=0) or 1
    return [
        {
            "name": spoken.told(each.name), "about": spoken.told(each.about), "weight": each.weight,
            "bar": round(300 * (each.weight or 0) / most),
            "anchors": [(one.mark, spoken.told(one.text)) for one in each.anchors],
            "scale": f"{each.lowest}–{each.highest}" if each.highest and each.lowest is not None else "",
        }
        for each in terms.criteria
    ]  # fmt: skip


def _condition(each: Condition) -> tuple[str, str, str]:
    limit = spoken.sum_of(each.limit, each.currency) if each.limit is not None else ""
    return spoken.told(each.text), limit, each.clause


def _stage(stage: Stage, terms: Terms) -> dict[str, Any]:
    return {
        "code": stage.code, "name": spoken.told(stage.name), "about": spoken.told(stage.about), "clause": stage.clause,
        "window": spoken.window(stage.window) if stage.window else "", "repair": stage.repair_days,
        "reading": stage.reading_days, "papers": [_paper(each, terms) for each in stage.papers],
    }  # fmt: skip


def _paper(paper: Paper, terms: Terms) -> dict[str, Any]:
    return {
        "name": spoken.told(paper.name), "help": spoken.told(paper.help), "clause": paper.clause, "most": paper.most,
        "required": paper.required, "only": only_for(paper.condition, terms),
        "types": ", ".join(type_of(each) for each in paper.kinds),
    }  # fmt: skip


def type_of(kind: str) -> str:
    """A type of file."""
    named: Mapping[str, str] = {
        "pdf": "PDF", "image": _("picture"), "sheet": _("table"), "text": _("text"), "video": _("video"),
        "audio": _("sound"),
    }  # fmt: skip
    return named[kind]


def only_for(only: Only | None, terms: Terms) -> str:
    """For which kinds or streams a paper is asked; nothing where it is asked of all, or hangs on another answer."""
    if only is None:
        return ""
    listed_ = terms.kinds if only.answer == "kind" else terms.streams if only.answer == "stream" else ()
    return spoken.in_a_row(spoken.told(each.name) for each in listed_ if each.code in only.one_of)
