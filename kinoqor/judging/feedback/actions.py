"""How reasons are gathered, changed, checked and sent. What a reader wrote stays as it was, beside what goes out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.funding.check import queries as checks
from kinoqor.funding.check.rules import may_check as may_act
from kinoqor.judging.feedback import letters, queries, rules
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.score.queries import openings, round_of_opening
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import no, require
from kinoqor.ledger.deed.actions import Line, deed

NOT_OPENED = no(
    _("The reviews of this stage are sealed: the panel opens all of them together."),
    way=_("Come back after the opening."),
)


@deed(
    "judging.feedback.gathered",
    _("Reasons gathered"),
    _("%(who)s gathered the reasons of the call %(call)s for its applicants; applications: %(applications)s"),
)
def gather(line: Line, ref: str, stage: str) -> int:
    """Gather the reasons of all applicants of an opened stage who have none yet, as it was said; give how many."""
    opening = openings().filter(version__call__ref=ref, stage=stage).first()
    if opening is None:
        require(NOT_OPENED)
        return 0
    wait_turn(f"reasons of {opening.pk}")
    criteria = [each.code for each in round_of_opening(opening).terms.criteria]
    waiting = queries.to_gather(opening)
    for application in waiting:
        told = [(each.pk, each.language, each.reasons) for each in queries.told(opening, application.pk)]
        found = rules.gathered(criteria, told, application.language)
        Feedback.objects.create(
            application=application, opening=opening, pieces=queries.kept(found), language=application.language,
            made=line.deed,
        )  # fmt: skip
    line.details.update(call=ref, opening=opening.pk, applications=len(waiting))
    return len(waiting)


@deed(
    "judging.feedback.changed",
    _("Reasons changed"),
    _("%(who)s went through the reasons for application %(application)s; pieces changed: %(pieces)s"),
)
def change(line: Line, number: int, shown: int, said: Mapping[int, tuple[str, bool, str]]) -> int:
    """Take what an officer wrote beside the pieces, by their place: (the text, whether it is left out, why). `shown` is
    the revision that their page showed. What was checked is to be checked again. Gives the new revision.
    """
    of = _held(line, number)
    require(rules.may_be_changed(queries.stand(of)))
    require(rules.same_page(shown, of.revision))
    before = queries.pieces(of)
    after = [
        replace(each, text=said[at][0].strip(), left_out=said[at][1], why=said[at][2].strip()) if at in said else each
        for at, each in enumerate(before)
    ]  # fmt: skip
    for each in after:
        require(rules.may_change(each, of.language))
    of.pieces, of.checked, of.revision = queries.kept(after), None, of.revision + 1
    of.save(update_fields=["pieces", "checked", "revision"])
    many = sum(one != other for one, other in zip(before, after, strict=True))
    line.details.update(application=of.application_id, pieces=many)
    return of.revision


@deed(
    "judging.feedback.checked",
    _("Reasons checked"),
    _("%(who)s checked the reasons for application %(application)s"),
)
def check(line: Line, number: int, shown: int) -> None:
    """Say that one has read the reasons of an applicant as they stand, and that they may go out."""
    of = _held(line, number)
    require(rules.same_page(shown, of.revision))
    needed = round_of_opening(of.opening).manner.feedback.needed
    marked = queries.marked(queries.told(of.opening, of.application_id))
    require(rules.may_check(queries.pieces(of), marked, needed, queries.stand(of)))
    of.checked = line.deed
    of.save(update_fields=["checked"])
    line.details["application"] = of.application_id


@deed(
    "judging.feedback.sent",
    _("Reasons sent"),
    _("%(who)s sent the reasons to the applicant of application %(application)s; letters: %(letters)s"),
)
def send(line: Line, number: int, now: datetime) -> None:
    """Send the reasons of an applicant, once, after they were checked."""
    of = _held(line, number)
    require(rules.may_send(queries.stand(of)))
    of.sent = line.deed
    of.save(update_fields=["sent"])
    names = {each.code: dict(each.name) for each in round_of_opening(of.opening).terms.criteria}
    texts = rules.by_criterion(queries.pieces(of))
    reasons = [(names[code], said) for code, said in texts.items()]
    told = letters.tell_reasons(line, checks.file(of.application_id, now), reasons)
    line.details.update(application=of.application_id, letters=told)


def _held(line: Line, number: int) -> Feedback:
    """The reasons, held until the transaction ends, for an officer to whom the file is not shut."""
    wait_turn(f"reasons {number}")
    found = Feedback.objects.select_for_update(of=("self",)).select_related(
        "opening__version__call", "application"
    )
    of = found.get(pk=number)
    voice = line.deed.voice
    require(may_act(checks.officer_of(number_of(voice), voice, of.application_id)))
    return of
