"""What the pages of a sitting are given: the officer's desk, the make-up of the body, the wall, a member's ballot."""

from datetime import datetime
from typing import Any

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.session import access, queries, rules
from kinoqor.deciding.session.adapters import composition, page, record
from kinoqor.deciding.session.models import Item, Sitting
from kinoqor.deciding.session.words import LISTS, Broken, Hall, Standing, Step
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Verdict
from kinoqor.ledger.paper.queries import papers_of


def stage_of(ref: str, stage: str) -> dict[str, Any]:
    """The call and the stage that a page is about."""
    of = published(ref)
    assert of is not None  # asked at the door
    terms = terms_of(of)
    found = terms.stage(stage)
    award = terms.award(stage)
    return {
        "ref": ref, "stage": stage, "call": said(terms.name), "stage_name": said(found.name) if found else stage,
        "invented": terms.invented, "zone": terms.zone, "money": bool(award and award.purse),
    }  # fmt: skip


def overview(of: Sitting, who: Who, now: datetime) -> dict[str, Any]:
    """One sitting at the desk."""
    agenda = queries.items_of(of.pk)
    current = queries.current(agenda)
    shut = queries.shut_in(who, frozenset().union(*(queries.films_of(one) for one in agenda)))
    whole = queries.films_of(current) if current else frozenset()
    films = whole if current and current.matter not in LISTS else frozenset()
    hall = composition.hall(of, queries.day_of(of, now), films, judged=False)
    quorate, leads = rules.quorate(hall), rules.may_lead(whole & shut)
    return page.frame(of) | {
        "points": page.points(agenda, shut), "now": page.point(current, shut) if current else None, "quorate": quorate,
        "seats": page.seats(of, now, hall.shut_out if leads else ()), "leads": leads, "there": len(hall.there),
        "mark": page.mark(of, agenda),
        "voted": page.voted(current), "votes_said": page.votes_said(page.voted(current), len(hall.there)),
        "runs": who.holds(Role.OFFICER) and of.closed_id is None, "papers": list(papers_of(queries.holder(of.pk))),
        "minutes": access.may_read_minutes(who, of.pk), "Step": Step, "reasons": Broken.choices,
        "apart": _apart(current, hall) if leads else None,
        "may_end": rules.may_end(of.opened_id is not None, of.closed_id is not None, [one.standing for one in agenda]),
    }  # fmt: skip


def _apart(current: Item | None, hall: Hall) -> Verdict | None:
    """Why a list cannot be put to the vote yet; None where it is no list, or can be."""
    if current is None or current.matter not in LISTS or current.standing != Standing.WAITING:
        return None
    case = composition.list_case(current, hall)
    verdict = rules.may_put_list(case)
    return None if verdict else verdict


def make_up(of: Sitting, who: Who, now: datetime, looked: bool) -> dict[str, Any]:
    """Whether the body may vote as it is made up today: every member, and where it was `looked` for, what bars them. That
    asks the register and the companies about each; it is done again, unasked, whenever something is put to the vote.
    """
    hall = composition.hall(of, queries.day_of(of, now), judged=looked, viewer=who.number)
    rows = [
        {
            "name": hall.names.get(one.person, ""), "chair": one.chair, "act": one.act, "since": one.since,
            "until": one.until, "here": one.person in hall.present, "bars": hall.bars.get(one.person, ()),
        }
        for one in hall.members
    ]  # fmt: skip
    return page.frame(of) | {
        "rows": rows, "faults": rules.faults(hall), "quorate": rules.quorate(hall), "quorum": hall.body.quorum,
        "act": hall.act, "looked": looked,
    }  # fmt: skip


def wall(of: Sitting, now: datetime) -> dict[str, Any]:
    """What hangs on the wall: the open point, or else the one that was decided last.

    All in the hall read it, also who comes back in: it names no film and nobody to whom one is shut, and tells no numbers
    of a point out of which somebody is shut.
    """
    agenda = queries.items_of(of.pk)
    current = next((one for one in agenda if one.standing == Standing.OPEN), None)
    last = max((one for one in agenda if one.closed_id), key=lambda one: one.closed_id or 0, default=None)
    on = current or last
    there = composition.at_vote(current, now).there if current else frozenset()
    counts = (on.counts or {}) if on else {}
    out = sum(each["out"] for each in record.members(on)) if on else 0
    silent = bool(on and on.matter not in LISTS and (out or counts.get("shut_out")))
    shown = page.point(on, (), names=False) if on else None
    told = "" if shown is None else shown.state if silent else shown.result
    return page.frame(of) | {
        "now": shown, "told": told, "mark": page.mark(of, agenda),
        "voted": page.voted(current), "votes_said": page.votes_said(page.voted(current), len(there)),
        "counts": {} if silent or on is None else record.numbers(on), "out": out,
    }  # fmt: skip


def ballot(current: Item | None, who: Who, now: datetime) -> dict[str, Any]:
    """Whether the reader may vote on the open point, has voted, and how many have."""
    if current is None or current.standing != Standing.OPEN:
        return {"may": None, "has_voted": False}
    seen, part = composition.at_vote(current, now), queries.took_part(current)
    may = rules.may_cast(who.voice, seen, current.standing, who.number in part)
    return {
        "may": may, "has_voted": who.number in part, "out": who.voice in seen.shut_out,
        "votes_said": page.votes_said(len(part), len(seen.there)),
    }  # fmt: skip
