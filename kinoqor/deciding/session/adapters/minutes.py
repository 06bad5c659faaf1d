"""What the minutes of a sitting say, as plain values in every language of the house."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kinoqor.deciding.session import queries
from kinoqor.deciding.session.adapters.record import numbers
from kinoqor.deciding.session.models import Item, Presence, Sitting
from kinoqor.deciding.session.words import Broken, Matter, Standing
from kinoqor.funding.award.words import Form
from kinoqor.funding.check.letters import whole
from kinoqor.judging.panel.words import Vote

LANGUAGES = ("kk", "ru", "en")
CLOCK, MOMENT = "%H:%M", "%Y-%m-%d %H:%M"


def facts(of: Sitting) -> dict[str, Any]:
    """Who was there from when to when, and each point that ever stood on the agenda: with its form, its numbers and, but
    in a closed vote, its names; or that it was taken off.
    """
    terms = queries.terms(of)
    zone = ZoneInfo(terms.zone)
    stage = terms.stage(of.stage)
    assert of.opened is not None and of.closed is not None  # closed in this deed
    return {
        "number": of.pk, "body": whole(of.body.name), "act": of.body.act, "quorum": of.body.quorum,
        "call": whole(terms.name), "stage": whole(stage.name if stage else {}), "place": of.place,
        "opened": f"{of.opened.at.astimezone(zone):{MOMENT}}", "closed": f"{of.closed.at.astimezone(zone):{MOMENT}}",
        "zone": terms.zone, "invented": terms.invented, "check": _check(),
        "there": [_there(one, zone) for one in queries.presences(of.pk)],
        "points": [_point(one) for one in queries.items_of(of.pk, dropped=True)],
    }  # fmt: skip


def _check() -> dict[str, str]:
    """Where a paper is checked, by language."""
    found = {}
    for lang in LANGUAGES:
        with override(lang):
            found[lang] = f"{settings.ADDRESS}{reverse('paper-check')}"
    return found


def _there(one: Presence, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "name": one.member.seat.user.name, "act": one.member.seat.act, "chair": one.member.chair,
        "came": f"{one.came.at.astimezone(zone):{CLOCK}}",
        "left": f"{one.left.at.astimezone(zone):{CLOCK}}" if one.left else "",
    }  # fmt: skip


def _point(of: Item) -> dict[str, Any]:
    counts, at = of.counts or {}, of.photograph
    film = of.application or (of.departure.application if of.departure else None)
    names = {f"user:{one['user']}": one["name"] for one in at.members} if at else {}
    named = (
        []
        if of.form == Form.CLOSED
        else sorted(queries.votes_of(of).items(), key=lambda one: names.get(one[0], ""))
    )
    return {
        "number": of.number, "matter": _labels(Matter(of.matter)), "form": _labels(Form(of.form)), "words": of.words,
        "film": whole(film.titles) | {"number": film.pk} if film else None,
        "dropped": of.standing == Standing.DROPPED,
        "counts": {key: counts.get(key, 0) for key in ("for", "against", "abstained", "present", "shut_out")},
        "carried": bool(of.carried), "quorate": counts.get("quorate", False),
        "broken": _labels(Broken(counts["broken_off"])) if of.standing == Standing.BROKEN else None,
        "voted": counts.get("voted", 0), "told": bool(numbers(of)),
        "out": [one["name"] for one in at.members if one["user"] in at.shut_out] if at else [],
        "votes": [{"name": names.get(person, ""), "vote": _labels(vote)} for person, vote in named],
        "digest": (of.opened.details or {}).get("result", "") if of.opened else "",
        "composition": at.digest if at else "",
    }  # fmt: skip


def _labels(each: Broken | Matter | Form | Vote) -> dict[str, str]:
    found = {}
    for lang in LANGUAGES:
        with override(lang):
            found[lang] = str(each.label)
    return found
