"""How one looks into the trays of the decisions: whom to phone, what to sign, what comes out, where one sits."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kinoqor.accounts.role.queries import Who
from kinoqor.deciding.order.queries import to_sign
from kinoqor.deciding.pitching.queries import to_mark, to_phone
from kinoqor.deciding.publication.queries import coming
from kinoqor.deciding.recheck.adapters.page import rows as objections_in_words
from kinoqor.deciding.recheck.queries import visible_to as visible_objections
from kinoqor.deciding.recheck.words import Answer
from kinoqor.deciding.session.adapters.page import rows as sittings_in_words
from kinoqor.deciding.session.queries import sittings_for
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import terms_of
from kinoqor.kit.question import said
from kinoqor.portal.desk.adapters.looks import SHOWN, Looked, Thing
from kinoqor.ui.parts import Note, Row

SOON = timedelta(days=1)


def _some(found: QuerySet[Any]) -> tuple[list[Any], int]:
    """The first of a list and how many there are; counted apart only where there are more than are shown."""
    listed = list(found[: SHOWN + 1])
    return listed[:SHOWN], found.count() if len(listed) > SHOWN else len(listed)


def _at(when: datetime, version: CallVersion) -> str:
    """A moment by the wall clock of a call."""
    return spoken.wall(timezone.localtime(when, ZoneInfo(terms_of(version).zone)))


def _round(version: CallVersion, stage: str) -> str:
    """A stage with its call, in the language of the page."""
    terms = terms_of(version)
    step = terms.stage(stage)
    return f"{said(terms.name)}: {said(step.name) if step else stage}"


def objections(who: Who) -> Looked:
    """The objections without an answer about files that are not shut to this officer, what is due first."""
    listed, many = _some(visible_objections(who).filter(answer=Answer.OPEN))
    rows = objections_in_words(listed, timezone.now()) if listed else []
    return Looked(many, [_thing(row) for row in rows])


def phone(who: Who) -> Looked:
    """The films whose applicants nobody has reached about their place in a pitching."""
    listed, many = _some(to_phone(who, timezone.now()))
    return Looked(many, [_slot(each, reverse("pitching-slot", args=[each.pk]), "late") for each in listed])


def orders(who: Who) -> Looked:
    """The orders that were drafted and not signed, without those that show a film that is shut to this officer."""
    listed = to_sign(who)
    things = [
        Thing(
            _("Order %(number)s") % {"number": each.number}, reverse("order-one", args=[each.pk]),
            spoken.day(each.day), [Note(_round(each.version, each.allocation.stage))],
        )
        for each in listed[:SHOWN]
    ]  # fmt: skip
    return Looked(len(listed), things)


def results(who: Who) -> Looked:
    """The results whose moment comes within a day, or has come and found the clock hindered."""
    listed, many = _some(coming(timezone.now() + SOON))
    things = [
        Thing(
            _round(each.version, each.stage),
            reverse("round-publication", args=[each.version.call.ref, each.stage]),
            _at(each.lifts, each.version),
        )
        for each in listed
    ]
    return Looked(many, things)


def sittings(who: Who) -> Looked:
    """The sittings to which a member is called and which are not closed, the first one first."""
    listed, many = _some(sittings_for(who).filter(closed=None).order_by("at", "pk"))
    return Looked(many, [_thing(row) for row in sittings_in_words(listed, "sit")])


def hearings(who: Who) -> Looked:
    """The films of a pitching that a member hears and has not marked, in the order of the hall."""
    listed, many = _some(to_mark(who))
    return Looked(many, [_slot(each, reverse("hearing", args=[each.pk]), "open") for each in listed])


def _slot(of: Any, url: str, sign: str) -> Thing:
    """A film of a pitching with when it is heard."""
    about = [Note(_round(of.plan.version, of.plan.stage))]
    return Thing(title(of.application), url, _at(of.at, of.plan.version), about, sign)


def _thing(row: Row) -> Thing:
    """A row of a list as a thing of the desk; what was noted of it stands after its words."""
    return Thing(row.what, row.url, row.when, [*row.more, *_plain(row.notes)], "waiting")


def _plain(notes: Iterable[Note]) -> list[Note]:
    return [Note(each.text) for each in notes]
