"""What is done with a result: prepared for a moment, taken back before it, lifted by the clock, told to every applicant.

No line of the journal says what became of a film.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.deciding.order.adapters.written import leaves
from kinoqor.deciding.order.queries import annulled
from kinoqor.deciding.publication import letters, queries, rules
from kinoqor.deciding.publication.adapters.fates import fates
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.publication.queries import Round
from kinoqor.deciding.publication.words import BATCH, HAPPENED, Fate, Result
from kinoqor.funding.application.actions import move
from kinoqor.funding.call.actions import note_step
from kinoqor.funding.check.queries import file
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.canonical import digest
from kinoqor.kit.jobs import call
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write as record

# The job by name, since clock.py stands above this file.
TELL = "kinoqor.deciding.publication.clock.tell_all"


@deed(
    "deciding.publication.prepared",
    _("A publication prepared"),
    _("%(who)s prepared the publication %(publication)s of the call %(call)s"),
)
def prepare(line: Line, ref: str, stage: str, lifts: datetime, now: datetime) -> int:
    """Prepare the result of a stage for a moment (UTC); until then nothing of it is seen. Gives its number."""
    wait_turn(f"round {ref}")  # so that no annulment of it comes between
    wait_turn(f"publication of {ref} {stage}")
    of = queries.round_of(ref, stage)
    if of is None:
        raise Refused(rules.NOT_THERE)
    there = queries.of(ref, stage) is not None
    require(rules.may_prepare(queries.basis(of, number_of(line.deed.voice)), there, lifts, now))
    made = Publication.objects.create(
        version=of.version, stage=stage, order=of.order, item=of.item, lifts=lifts, made=line.deed
    )
    line.details.update(publication=made.pk, call=ref, stage=stage, day=lifts.isoformat(timespec="minutes"))
    return made.pk


@deed(
    "deciding.publication.withdrawn",
    _("A publication withdrawn"),
    _("%(who)s withdrew the publication %(publication)s of the call %(call)s before its moment"),
)
def withdraw(line: Line, number: int, now: datetime) -> None:
    """Take a publication back before its moment, with the deed's reason; a new one can be prepared afterwards."""
    wait_turn(f"publication {number}")
    of = queries.held(number)
    require(rules.may_withdraw(queries.stands(of), of.lifts, now, line.deed.why))
    of.withdrawn = line.deed
    of.save(update_fields=["withdrawn"])
    line.details.update(publication=number, call=of.version.call.ref, stage=of.stage)


@deed(
    "deciding.publication.lifted",
    _("A result published"),
    _("%(who)s published the result %(publication)s of the call %(call)s; applications: %(applications)s"),
)
def lift(line: Line, number: int, now: datetime) -> int:
    """Lift the embargo: keep what became of every file of the stage, move them all on, note the day in the calendar, and
    have the letters written. All of it in one transaction. Gives how many files.
    """
    one = queries.one(number)
    if one is not None:
        wait_turn(f"round {one.version.call.ref}")  # so that no annulment of it comes between
    wait_turn(f"publication {number}")
    publication = queries.held(number)
    require(rules.may_lift(queries.stands(publication), publication.lifts, now))
    of = queries.round_published(publication)
    found = fates(of, _objection(of, now))
    Outcome.objects.bulk_create(
        Outcome(
            publication=publication, application_id=each.application, result=each.result, asked=each.asked,
            council=each.council, commission=each.commission, award=each.award, line=dict(each.line), made=line.deed,
        )
        for each in found
    )  # fmt: skip
    by = Doer(line.deed.voice, line.deed.hat)
    for each in found:
        following = of.following.code if of.following and each.result == Result.CHOSEN else ""
        move(each.application, each.step, stage=following, by=by)
    _note(of, now, by)
    publication.lifted = line.deed
    publication.save(update_fields=["lifted"])
    call(TELL, number)
    line.details.update(publication=number, call=of.ref, stage=of.stage, applications=len(found))
    _record(line, of, found)
    return len(found)


def _objection(of: Round, now: datetime) -> str:
    award = of.terms.award(of.stage)
    today = timezone.localdate(now, ZoneInfo(of.terms.zone))
    day = rules.objection(calendar(of.version.call.programme), today, award.complaint_days if award else None)
    return day.isoformat() if day else ""


def _note(of: Round, now: datetime, by: Doer) -> None:
    known = {each.code for each in of.terms.dates}
    named = [step.format(stage=of.stage) for step in HAPPENED]
    step = next((each for each in named if each in known), "")
    if step:
        today = min(timezone.localdate(now, ZoneInfo(of.terms.zone)), timezone.localdate())
        note_step(of.ref, step, today, by=by)


def _record(line: Line, of: Round, found: Sequence[Fate]) -> None:
    """The leaves of the public record: of each ruling and of the order, which waited for this moment, and of the result:
    how many, and the digest of what anyone can read in the list as JSON.
    """
    counted = {each.value: sum(one.result == each for one in found) for each in Result}
    listed = sorted(
        [str(one.line["code"]), one.result, one.award] for one in found if one.result != Result.NOT_CHOSEN
    )
    says = {"stage": of.stage, "files": len(found), **counted, "list": digest(listed)}
    ordered = leaves(of.order) if of.order is not None else []
    for kind, said in [*ordered, ("result.published", says)]:
        record(kind, of.ref, said, by=Doer(line.deed.voice, line.deed.hat))


@deed(
    "deciding.publication.told",
    _("Applicants told of a result"),
    _("%(who)s wrote to the applicants of the publication %(publication)s; letters: %(letters)s"),
)
def tell(line: Line, number: int, now: datetime) -> int:
    """Write the letters of the next few files that have none yet; gives of how many. The letters and the note that they
    are written stand or fall together, so that a worker that dies leaves neither half a letter nor a second one.
    """
    one = queries.one(number)
    if one is not None:
        wait_turn(
            f"round {one.version.call.ref}"
        )  # once it is annulled, the letters say that and nothing else
        require(rules.may_tell(annulled(one.version.call.ref)))
    wait_turn(f"letters of publication {number}")
    some = list(queries.untold(number).select_for_update(of=("self",))[:BATCH])
    if not some:
        raise Refused(rules.ALL_TOLD)
    publication = queries.publications().get(pk=number)
    of, titles = queries.round_published(publication), queries.titles(publication)
    count = sum(letters.tell_outcome(line, file(each.application_id, now), each, of, titles) for each in some)
    Outcome.objects.filter(pk__in=[each.pk for each in some]).update(told=line.deed)
    line.details.update(
        publication=number, call=of.ref, stage=of.stage, applications=len(some), letters=count
    )
    return len(some)
