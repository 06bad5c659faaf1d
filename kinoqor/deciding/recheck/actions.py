"""What is done after a decision: an objection is made and answered, a list is computed once more, a round is annulled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.order.actions import annul as annul_order
from kinoqor.deciding.order.actions import drop as drop_order
from kinoqor.deciding.order.words import Standing as Ordered
from kinoqor.deciding.recheck import letters, queries, rules
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.recheck.words import Answer, Changes, Standing
from kinoqor.funding.application.actions import move
from kinoqor.funding.call.actions import annul as annul_call
from kinoqor.funding.call.actions import begin_call
from kinoqor.funding.call.queries import call as call_of
from kinoqor.funding.check.queries import file
from kinoqor.funding.complaint.rules import span
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.calendar import UnknownYear
from kinoqor.kit.canonical import digest_of
from kinoqor.kit.jobs import call
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write

# Jobs by name, since clock.py stands above this file.
WORK, TELL = "kinoqor.deciding.recheck.clock.work", "kinoqor.deciding.recheck.clock.tell_annulled"
NO_CALL = no(_("There is no such call."), hidden=True)


@deed(
    "deciding.recheck.objected",
    _("An objection made"),
    _("%(who)s objected to the result of application %(application)s"),
)
def object_to(line: Line, application: int, words: str, now: datetime) -> int:
    """Object to the newest result of an application in time; the answer has a day of its own. Gives its number."""
    wait_turn(f"objection of {application}")
    found = queries.outcome(application)
    made = queries.objection_of(application) is not None
    annulled = found is not None and found.publication.version.call.annulled_id is not None
    shuts = queries.shuts(found) if found else None
    require(rules.may_object(found is not None, made, annulled, shuts, now))
    require(rules.may_say(words))
    assert found is not None
    of = file(application, now)
    kept = Objection(outcome=found, words=words.strip(), made=line.deed)
    if of.terms.answer_days:
        days = calendar(of.application.version.call.programme)
        try:
            term = span(days, queries.today(found, now), of.terms.answer_days, of.terms.zone)
        except UnknownYear:
            pass  # an objection is taken all the same; its answer then has no day
        else:
            kept.day, kept.shuts = term.day, term.shuts
    kept.save()
    letters.tell_received(line, of, kept)
    line.details.update(application=application, objection=kept.pk)
    return kept.pk


@deed(
    "deciding.recheck.answered",
    _("An objection answered"),
    _("%(who)s answered the objection about application %(application)s: %(answer)s"),
)
def answer(line: Line, number: int, how: str, now: datetime) -> None:
    """Accept or reject an objection; the deed's why is read by the applicant. The re-check that an accepted one asks for
    is a deed of its own.
    """
    found = queries.objections().select_for_update(of=("self",)).get(pk=number)
    voice = line.deed.voice
    user = number_of(voice)
    if queries.is_shut(found, user, voice):
        raise Refused(no(_("There is no such objection."), hidden=True))
    require(rules.may_answer(queries.asked(found, user, voice)))
    require(rules.is_answer(how))
    require(rules.may_say(line.deed.why))
    found.answer, found.reply, found.answered = Answer(how), line.deed.why.strip(), line.deed
    found.save(update_fields=["answer", "reply", "answered"])
    application = found.outcome.application_id
    letters.tell_answer(line, file(application, now), found)
    line.details.update(application=application, objection=number, answer=how)


@deed(
    "deciding.recheck.asked",
    _("A re-check asked"),
    _("%(who)s asked for list %(allocation)s to be computed once more"),
)
def ask(line: Line, allocation: int, changes: Changes, reason: str) -> int:
    """Have an adopted list computed once more with something changed; gives the number of the re-check."""
    of = lists.held(allocation)
    require(rules.may_ask(of.adopted_id is not None, changes, reason))
    stands = lists.read(of)
    assert stands is not None  # it was adopted
    require(rules.fits(stands.case, changes))
    made = Recheck.objects.create(
        allocation=of, changes=rules.written(changes), reason=reason.strip(), made=line.deed
    )
    call(WORK, made.pk)
    line.details.update(allocation=allocation, recheck=made.pk, call=of.version.call.ref)
    return made.pk


@deed(
    "deciding.recheck.computed",
    _("A re-check computed"),
    _("%(who)s computed list %(allocation)s once more; films that differ: %(films)s"),
)
def keep(line: Line, number: int, frozen: str, result: str, apart: Mapping[str, Any]) -> None:
    """Keep what came of a re-check, once."""
    of = queries.held(number)
    if of.standing != Standing.ASKED:
        return
    of.frozen, of.result, of.difference = frozen, result, dict(apart)
    of.digest, of.computed, of.standing, of.trouble = digest_of(result), line.deed, Standing.COMPUTED, ""
    of.save()
    differs = len(apart["entering"]) + len(apart["leaving"])
    line.details.update(allocation=of.allocation_id, recheck=number, films=differs)
    before = of.allocation.result_digest or ""
    says = {"before": before, "inputs": digest_of(frozen), "result": of.digest, "differs": differs}
    write("check.repeated", of.allocation.version.call.ref, says, by=Doer(line.deed.voice, line.deed.hat))


@deed(
    "deciding.recheck.failed",
    _("A re-check that could not be computed"),
    _("%(who)s could not compute list %(allocation)s once more"),
)
def note_trouble(line: Line, number: int, words: str) -> None:
    """Write down why nothing could be chosen, in every language as JSON."""
    of = queries.held(number)
    of.standing, of.trouble = Standing.FAILED, words
    of.save(update_fields=["standing", "trouble"])
    line.details.update(allocation=of.allocation_id, recheck=number)


@deed(
    "deciding.recheck.round_annulled",
    _("A round annulled"),
    _("%(who)s annulled the round of the call %(call)s: %(ground)s"),
)
def annul_round(line: Line, ref: str, ground: str, clause: str) -> int:
    """Annul a round on a ground of the list, with the deed's reason: the call, its orders, and the places of its films in
    them; everything stays to be read. All are told. Gives how many films lose their place.
    """
    wait_turn(f"round {ref}")
    of = call_of(ref)
    if of is None:
        raise Refused(NO_CALL)
    require(rules.may_annul(of.annulled_id is not None, ground, clause, line.deed.why))
    # What everybody reads at the call, its orders and its files: what happened, and on what the annulment rests.
    why = f"{line.deed.why.strip()} ({clause.strip()})"
    about: dict[str, Any] = {"by": Doer(line.deed.voice, line.deed.hat), "why": why}
    for order in queries.signed_orders(of.pk):
        if order.standing == Ordered.SIGNED:
            annul_order(order.pk, True, **about)
        else:
            drop_order(order.pk, **about)
    films = queries.ordered(of.pk)
    for each in films:
        move(each.pk, "revoke", **about)
    call(TELL, of.ref, ground, clause.strip(), line.deed.why)
    line.details.update(call=ref, ground=ground, clause=clause.strip(), films=len(films))
    annul_call(ref, **about)
    return len(films)


@deed(
    "deciding.recheck.told",
    _("Applicants told of an annulment"),
    _("%(who)s told the applicants of the call %(call)s that its round is annulled; letters: %(letters)s"),
)
def tell_annulled(
    line: Line, ref: str, applications: list[int], now: datetime, why: Mapping[str, str]
) -> int:
    """Write to some applicants that the round is annulled; gives how many letters."""
    told = sum(
        letters.tell_annulment(line, file(each, now), why["ground"], why["clause"], why["words"])
        for each in applications
    )
    line.details.update(call=ref, letters=told)
    return told


@deed(
    "deciding.recheck.repeated",
    _("A round begun anew"),
    _("%(who)s began the call %(call)s, which repeats the annulled %(like)s"),
)
def repeat(line: Line, ref: str, like: str) -> int:
    """Begin the call that repeats an annulled one, as a draft; both are linked. Gives the number of its version."""
    of = call_of(like)
    if of is None:
        raise Refused(NO_CALL)
    require(rules.may_repeat(of.annulled_id is not None))
    made: int = begin_call(ref, like, True, by=Doer(line.deed.voice, line.deed.hat))
    line.details.update(call=ref, like=like)
    return made
