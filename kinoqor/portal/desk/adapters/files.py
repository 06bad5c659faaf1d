"""How one looks into the trays of the funding: files to check, complaints to answer, what an applicant can repair."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.queries import mine
from kinoqor.funding.check.adapters.page import rows as files_in_words
from kinoqor.funding.check.queries import Wanted, files, files_for, narrowed
from kinoqor.funding.check.words import SIGNS, Stands
from kinoqor.funding.complaint.adapters.page import rows as complaints_in_words
from kinoqor.funding.complaint.adapters.page import to_complain
from kinoqor.funding.complaint.queries import refusals_to_complain, waiting_for
from kinoqor.judging.panel.queries import barred_now
from kinoqor.judging.review.adapters.page import rows as readings_in_words
from kinoqor.judging.review.queries import waiting_for as waiting_readings
from kinoqor.kit.question import said
from kinoqor.portal.desk.adapters.looks import SHOWN, Looked, Thing
from kinoqor.ui.parts import Note, Row
from kinoqor.ui.templatetags.ui import day


def waiting(who: Who) -> Looked:
    """The files that wait for the formal check and that this officer may check, the oldest first."""
    return _files(who, Stands.WAITING)


def overdue(who: Who) -> Looked:
    """The files whose term for repair has run out; an officer decides."""
    return _files(who, Stands.OVERDUE)


def _files(who: Who, where: Stands) -> Looked:
    now = timezone.now()
    found = narrowed(files_for(who), Wanted(where), now)
    listed = files_in_words(found[:SHOWN], now)
    return Looked(found.count(), [_thing(row, SIGNS[where]) for row in listed])


def complaints(who: Who) -> Looked:
    """The complaints that this officer may answer, the one to be answered first before the others."""
    found = waiting_for(who)
    listed = complaints_in_words(found[:SHOWN], timezone.now())
    return Looked(found.count(), [_thing(row, "waiting") for row in listed])


def repairs(who: Who) -> Looked:
    """The reader's applications that can be repaired, and until when."""
    now = timezone.now()
    own = files().filter(pk__in=mine(who).order_by().values("pk"))
    found: Any = narrowed(own, Wanted(Stands.REPAIR), now)
    some = list(found.order_by("until")[:SHOWN])
    urls = [reverse("repair", args=[one.pk]) for one in some]
    listed = files_in_words(some, now)
    things = [_thing(row, "late", url) for row, url in zip(listed, urls, strict=True)]
    return Looked(found.count(), things)


def refusals(who: Who) -> Looked:
    """The refusals of the reader's applications against which they can still complain."""
    now = timezone.now()
    found = refusals_to_complain(mine(who).order_by().values("pk"), now)
    listed = to_complain(found[:SHOWN], now)
    return Looked(found.count(), [_thing(row, "refused") for row in listed])


def _thing(row: Row, sign: str, url: str = "") -> Thing:
    """A row of a list as a thing of the desk: what is left of a term stands where the day stands."""
    due = [note for note in row.notes if not note.sign]
    when = due[-1].text if due else row.when
    filed = [Note(_("filed %(day)s") % {"day": row.when})] if due and row.when else []
    return Thing(row.what, url or row.url, when, [*row.more, *filed], sign)


def readings(who: Who) -> Looked:
    """What an expert still has to read, what is due first."""
    found = waiting_readings(who)
    listed = readings_in_words(found, timezone.now())[:SHOWN]
    things = [
        Thing(row.what, row.url, row.notes[-1].text if row.notes[1:] else row.when, row.more, "open")
        for row in listed
    ]
    return Looked(found.count(), things)


def barred(who: Who) -> Looked:
    """Whoever sits on a body and is barred from it by now, as the last nightly look found, the newest first."""
    found = sorted(barred_now(timezone.localdate()).values(), key=lambda each: each[2], reverse=True)
    things = [
        Thing(
            one.seat.user.name, reverse("panel-member", args=[one.pk]), day(at),
            [Note(said(one.body.name)), *[Note(str(each.label)) for each in grounds]], "refused",
        )
        for one, grounds, at in found[:SHOWN]
    ]  # fmt: skip
    return Looked(len(found), things)
