"""What an officer does with a filed application, and what the clock writes down."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.application.actions import move
from kinoqor.funding.check import letters, queries, rules
from kinoqor.funding.check.models import Judgement, Notice, Refusal
from kinoqor.funding.check.rules import Point
from kinoqor.funding.check.words import LONGEST, MOST_POINTS, Judged, Stands
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.calendar import UnknownYear
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import YES, Verdict, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "funding.check.judged",
    _("Points of a check list judged"),
    _("%(who)s judged points of application %(application)s: %(points)s"),
)
def judge(line: Line, number: int, filing: int, judged: Mapping[str, tuple[str, str]], now: datetime) -> int:
    """Keep what an officer says of points of the check list; give how many of them have changed."""
    of = _held(line, number, filing, now)
    known = {each.code for each in of.terms.checks if each.stage in (None, of.application.stage)}
    stood = queries.judged(of.filing.pk)
    changed = {
        code: (what, words.strip()[:LONGEST])
        for code, (what, words) in judged.items()
        if code in known and what in Judged.values and stood.get(code) != (what, words.strip()[:LONGEST])
    }
    Judgement.objects.bulk_create(
        Judgement(filing=of.filing, code=code, judged=what, words=words, deed=line.deed)
        for code, (what, words) in changed.items()
    )
    line.details.update(application=number, points=", ".join(changed))
    return len(changed)


@deed(
    "funding.check.noticed",
    _("A notice of faults sent"),
    _("%(who)s sent a notice of faults for application %(application)s; it can be repaired until %(day)s"),
)
def notify(line: Line, number: int, filing: int, points: Sequence[Point], now: datetime) -> int:
    """Name the faults and let the applicant repair just these places within the term; give the notice's number."""
    of = _held(line, number, filing, now)
    days = (of.stage.repair_days or 0) if of.stage else 0
    taken = list(points)[:MOST_POINTS]
    require(rules.may_notify(taken, days, queries.noticed(number, of.application.stage)))
    try:
        told = timezone.localdate(now, ZoneInfo(of.terms.zone))
        term = rules.term(calendar(of.application.version.call.programme), told, days, of.terms.zone)
    except UnknownYear as unknown:
        require(_not_reckoned(unknown))
        raise
    made = Notice.objects.create(
        application_id=number, filing=of.filing, points=[_kept(point) for point in taken], day=term.day,
        shuts=term.shuts, deed=line.deed,
    )  # fmt: skip
    repair = {"places": made.places, "until": term.shuts.isoformat(), "notice": made.pk}
    move(number, "notify", repair, by=_by(line), subject=line.deed.subject)
    letters.notify_of_faults(line, of, made)
    line.details.update(application=number, notice=made.pk, day=term.day.isoformat())
    return made.pk


@deed(
    "funding.check.refused",
    _("An application refused at the formal check"),
    _("%(who)s refused application %(application)s by the code “%(code)s” (%(clause)s)"),
)
def refuse(line: Line, number: int, filing: int, code: str, points: Sequence[Point], now: datetime) -> int:
    """Refuse by a code of the call, in words (the deed's why); the applicant learns until when they may complain."""
    of = _held(line, number, filing, now)
    reason = of.terms.reason(code)
    codes = [each.code for each in of.terms.reasons]
    require(rules.may_refuse(code, codes, line.deed.why, of.shuts, now))
    assert reason is not None
    made = Refusal(
        application_id=number, filing=of.filing, notice=of.notice if of.shuts else None, code=code,
        called=dict(reason.name), clause=queries.clause_of(of, code), words=line.deed.why.strip()[:LONGEST],
        points=[_kept(point) for point in list(points)[:MOST_POINTS]], deed=line.deed,
    )  # fmt: skip
    if of.terms.complaint_days:
        told = timezone.localdate(now, ZoneInfo(of.terms.zone))
        try:
            days = calendar(of.application.version.call.programme)
            term = rules.term(days, told, of.terms.complaint_days, of.terms.zone)
        except UnknownYear as unknown:
            require(_not_reckoned(unknown))
            raise
        made.day, made.shuts = term.day, term.shuts
    made.save()
    move(number, "refuse", by=_by(line), subject=line.deed.subject)
    letters.tell_refusal(line, of, made)
    line.details.update(application=number, refusal=made.pk, code=code, clause=reason.clause)
    return made.pk


@deed(
    "funding.check.admitted",
    _("An application admitted"),
    _("%(who)s admitted application %(application)s"),
)
def admit(line: Line, number: int, filing: int, now: datetime) -> None:
    """Admit a file whose check list is judged to the end and without a fault."""
    of = _held(line, number, filing, now)
    stood = queries.judged(of.filing.pk)
    listed = [each.code for each in of.terms.checks if each.stage in (None, of.application.stage)]
    require(rules.may_admit(listed, {code: what for code, (what, _words) in stood.items()}))
    move(number, "admit", by=_by(line), subject=line.deed.subject)
    letters.tell_admission(line, of)
    line.details.update(application=number)


@deed(
    "funding.check.lifted",
    _("A refusal taken back"),
    _("%(who)s took back the refusal of application %(application)s; it is checked again"),
)
def lift(line: Line, refusal: int) -> None:
    """Take a refusal back after a complaint: the file waits for its check again."""
    found = Refusal.objects.select_for_update().get(pk=refusal)
    require(no(_("This refusal was taken back already.")) if found.lifted_id else YES)
    found.lifted = line.deed
    found.save(update_fields=["lifted"])
    move(found.application_id, "reinstate", by=_by(line), subject=line.deed.subject)
    line.details.update(application=found.application_id, refusal=refusal)


@deed(
    "funding.check.reminded",
    _("Applicants reminded of a term"),
    _(
        "%(who)s reminded the applicant of application %(application)s that the term for repair ends on %(day)s"
    ),
)
def remind(line: Line, notice: int, now: datetime) -> None:
    """Tell the applicant that the term for repair ends soon; once for a notice."""
    found = Notice.objects.select_for_update().get(pk=notice)
    of = queries.file(found.application_id, now)
    if found.reminded_id is None and of.stands == Stands.REPAIR:
        found.reminded = line.deed
        found.save(update_fields=["reminded"])
        letters.remind_of_term(line, of, found)
    line.details.update(application=found.application_id, notice=notice, day=found.day.isoformat())


@deed(
    "funding.check.ran_out",
    _("A term for repair ran out"),
    _("%(who)s noted: the term for repair of application %(application)s ran out on %(day)s"),
)
def note_end(line: Line, notice: int, now: datetime) -> None:
    """Write down that a term ran out without a repaired file, and tell the applicant. Nothing is decided by it."""
    found = Notice.objects.select_for_update().get(pk=notice)
    of = queries.file(found.application_id, now)
    if found.ran_out_id is None and of.stands == Stands.OVERDUE:
        found.ran_out = line.deed
        found.save(update_fields=["ran_out"])
        letters.tell_end_of_term(line, of, found)
    line.details.update(application=found.application_id, notice=notice, day=found.day.isoformat())


def _held(line: Line, number: int, filing: int, now: datetime) -> queries.File:
    """The file for whoever decides, one at a time: it is theirs to check, and what they saw is what was filed last."""
    wait_turn(f"check of {number}")
    voice = line.deed.voice
    require(rules.may_check(queries.officer_of(number_of(voice), voice, number)))
    of = queries.file(number, now)
    require(rules.may_decide(of.stands))
    require(rules.is_newest(filing, of.filing.pk))
    return of


def _kept(point: Point) -> dict[str, object]:
    return asdict(point) | {
        "text": dict(point.text), "said": dict(point.said), "clause": dict(point.clause),
    }  # fmt: skip


def _not_reckoned(unknown: UnknownYear) -> Verdict:
    return no(
        str(unknown), way=_("An administrator loads the days of that year from the country's calendar first.")
    )


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
