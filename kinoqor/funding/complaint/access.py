"""Who may complain, and who may answer."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.access import may_file as may_act_for
from kinoqor.funding.application.access import may_work
from kinoqor.funding.check.queries import officer, refusal_or_none, refusals_of
from kinoqor.funding.complaint.queries import READERS, complaints
from kinoqor.funding.complaint.rules import may_answer as lawful
from kinoqor.funding.complaint.rules import may_see
from kinoqor.funding.complaint.words import Answer
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(_("There is no such refusal."), hidden=True)
NO_COMPLAINT = no(_("There is no such complaint."), hidden=True)


def may_read(who: Who, number: int, **asked: object) -> Verdict:
    """A refusal and the complaint against it: whoever has a hand on the application; to anyone else it is not there."""
    if not who.known:
        return SIGN_IN
    found = refusal_or_none(number)
    return NOT_THERE if found is None else may_work(who, found.application_id)


def may_read_of(who: Who, number: int, **asked: object) -> Verdict:
    """The newest refusal of an application, by the application's number."""
    if not who.known:
        return SIGN_IN
    found = refusals_of(number).first()
    return NOT_THERE if found is None else may_work(who, number)


def may_complain(who: Who, number: int, **asked: object) -> Verdict:
    """Whoever may file the application complains against its refusal."""
    if not who.known:
        return SIGN_IN
    found = refusal_or_none(number)
    return NOT_THERE if found is None else may_act_for(who, found.application_id)


def may_look(who: Who, **asked: object) -> Verdict:
    """The list of complaints: officers and auditors."""
    return may_act_as(who, *READERS)


def may_answer(who: Who, number: int, **asked: object) -> Verdict:
    """One complaint, by its number: an officer who has not refused the file and is not of the company."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    found = complaints().filter(pk=number).first()
    one = officer(who, found.refusal.application_id) if found else None
    if found is None or one is None or not may_see(one.shut):
        return NO_COMPLAINT
    of_them = one.seated or one.holds
    answered = found.answer != Answer.OPEN
    return YES if answered and not of_them else lawful(who.voice, found.refusal.deed.voice, of_them, False)
