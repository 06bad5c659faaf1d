"""How a complaint is made and answered."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.check import queries as checks
from kinoqor.funding.check.actions import lift
from kinoqor.funding.complaint import letters, queries, rules
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.complaint.words import Answer
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.calendar import UnknownYear
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "funding.complaint.made",
    _("A complaint made"),
    _("%(who)s complained against the refusal of application %(application)s"),
)
def complain(line: Line, refusal: int, words: str, now: datetime) -> int:
    """Complain against a refusal in time; its answer has a day of its own. Gives the number of the complaint."""
    wait_turn(f"complaint against {refusal}")
    found = checks.refusal(refusal)
    made = queries.complaint_of(refusal) is not None
    require(rules.may_complain(True, found.lifted_id is not None, made, found.shuts, now))
    require(rules.may_say(words))
    of = checks.file(found.application_id, now)
    kept = Complaint(refusal_id=refusal, words=words.strip(), made=line.deed)
    if of.terms.answer_days:
        told = timezone.localdate(now, ZoneInfo(of.terms.zone))
        try:
            days = calendar(of.application.version.call.programme)
            term = rules.span(days, told, of.terms.answer_days, of.terms.zone)
        except UnknownYear:
            pass  # a complaint is taken all the same; its answer then has no day
        else:
            kept.day, kept.shuts = term.day, term.shuts
    kept.save()
    letters.tell_received(line, of, kept)
    line.details.update(application=found.application_id, refusal=refusal, complaint=kept.pk)
    return kept.pk


@deed(
    "funding.complaint.answered",
    _("A complaint answered"),
    _("%(who)s answered the complaint about application %(application)s: %(answer)s"),
)
def answer(line: Line, complaint: int, how: str, now: datetime) -> None:
    """Uphold a complaint, so that the file is checked again, or reject it; the deed's why is read by the applicant."""
    found = (
        Complaint.objects.select_for_update(of=("self",)).select_related("refusal__deed").get(pk=complaint)
    )
    refusal, voice = found.refusal, line.deed.voice
    officer = checks.officer_of(number_of(voice), voice, refusal.application_id)
    require(rules.may_see(officer.shut))
    one_of_them = officer.seated or officer.holds
    require(rules.may_answer(voice, refusal.deed.voice, one_of_them, found.answer != Answer.OPEN))
    require(rules.is_answer(how))
    require(rules.may_say(line.deed.why))
    found.answer, found.reply, found.answered = Answer(how), line.deed.why.strip(), line.deed
    found.save(update_fields=["answer", "reply", "answered"])
    of = checks.file(refusal.application_id, now)
    if how == Answer.UPHELD:
        lift(refusal.pk, by=Doer(voice, line.deed.hat), subject=line.deed.subject)
    letters.tell_answer(line, of, found)
    line.details.update(application=refusal.application_id, complaint=complaint, answer=how)
