"""Objections and re-checks in the words of the page."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language

from kinoqor.accounts.user.queries import names_of
from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.adapters.said import points
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.publication.queries import of as published
from kinoqor.deciding.publication.queries import titles
from kinoqor.deciding.recheck import rules
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.recheck.words import SIGNS, Answer, Names, Standing
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.check.adapters.page import Days, left
from kinoqor.judging.review.models import Review
from kinoqor.kit.question import said
from kinoqor.ui.parts import Note, Row
from kinoqor.ui.templatetags.ui import day


def rows(objections: Iterable[Objection], now: datetime) -> list[Row]:
    """The objections of a page, each with its film and until when it is answered."""
    days = Days()
    return [_row(each, now, days) for each in objections]


def _row(of: Objection, now: datetime, days: Days) -> Row:
    application, version = of.outcome.application, of.outcome.publication.version
    notes = [Note(Answer(of.answer).label, SIGNS[of.answer])]
    if of.answer == Answer.OPEN and of.shuts:
        notes.append(Note(left(days.of(version.call.programme), of.shuts, terms_of(version).zone, now)))
    more = [
        Note(application.organisation.name), Note(said(terms_of(version).name)), Note(f"№ {application.pk}"),
    ]  # fmt: skip
    url = reverse("objection-answer", args=[of.pk])
    return Row(title(application), day(of.made.at), url, more, notes)


def streams(of: Allocation) -> dict[str, str]:
    """What the streams of a call are called."""
    return {each.code: spoken.told(each.name) for each in terms_of(of.version).streams}


def quotas(of: Allocation) -> dict[str, str]:
    """What the quotas of a call are called."""
    return {each.code: spoken.told(each.name) for each in terms_of(of.version).quotas}


def named(of: Allocation) -> Names:
    """What is called how in a list, at the desk."""
    return Names(streams(of), quotas(of), _films(of, False), dict(members(of)))


def listed(rechecks: Iterable[Recheck]) -> list[Row]:
    """Re-checks of a result for everybody: why, when, and how far."""
    return [
        Row(
            Truncator(each.reason).chars(120), day(each.made.at), reverse("recheck", args=[each.pk]), [],
            [Note(Standing(each.standing).label, SIGNS[each.standing])],
        )
        for each in rechecks
    ]  # fmt: skip


def members(of: Allocation) -> list[tuple[int, str]]:
    """Whoever has marked a film of a round, by account."""
    call, stage = of.version.call_id, of.stage
    users = Review.objects.filter(reading__draw__version__call=call, reading__draw__stage=stage)
    numbers = sorted(set(users.exclude(handed=None).values_list("reading__user", flat=True)))
    called = names_of(f"user:{number}" for number in numbers)
    return [(number, called[f"user:{number}"]) for number in numbers]


def shown(of: Recheck, public: bool) -> dict[str, Any]:
    """A re-check: what was changed, and who comes in and goes out. In public only films are named that the result names,
    and members by nothing but their number.
    """
    allocation, changes = of.allocation, rules.read(of.changes)
    terms = terms_of(allocation.version)
    names = _films(allocation, public)
    apart = of.difference or {}
    told = json.loads(of.trouble) if of.trouble else {}
    gone = [name for user, name in members(allocation) if user in changes.without]
    differs = bool(apart.get("entering") or apart.get("leaving"))
    return {
        "sign": SIGNS[of.standing], "standing": Standing(of.standing).label,
        "without": len(changes.without) if public else gone,
        "envelopes": [
            (streams(allocation).get(code, code), spoken.sum_of(minor, terms.currency))
            for code, minor in sorted(changes.envelopes.items())
        ],
        "quotas": [
            (quotas(allocation).get(code, code), least, most) for code, (least, most) in sorted(changes.quotas.items())
        ],
        "points": [(names.get(code, code), points(was)) for code, was in sorted(changes.points.items())],
        "entering": [names.get(code, code) for code in apart.get("entering", ())],
        "leaving": [names.get(code, code) for code in apart.get("leaving", ())],
        "money": spoken.sum_of(abs(apart["money"]), terms.currency) if apart else "",
        "less": bool(apart) and apart["money"] < 0, "same": bool(apart) and not differs,
        "trouble": told.get((get_language() or "en")[:2], ""),
    }  # fmt: skip


def _films(of: Allocation, public: bool) -> dict[str, Any]:
    """Titles by code: all of them at the desk, in public those that the result names."""
    if not public:
        numbers = [row.application for row in lists.listed(of)]
        found = lists.applications(numbers)
        return {code: str(title(found[number])) for code, number in of.codes.items() if number in found}
    out = published(of.version.call.ref, of.stage)
    known = titles(out) if out else {}
    return {code: said(known[number]) for code, number in of.codes.items() if number in known}
