"""Who reads and sends reasons: officers to whom the file is not shut; auditors look; applicants read what was sent."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import SIGN_IN, may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.access import may_work
from kinoqor.funding.check.queries import officer
from kinoqor.funding.check.rules import may_check
from kinoqor.judging.feedback.queries import sent_to, visible_to
from kinoqor.judging.score.access import may_see
from kinoqor.judging.score.queries import round_for
from kinoqor.kit.verdict import Verdict, no

NOTHING = no(_("There are no such reasons."), hidden=True)


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The list of a stage, once it is opened: officers and auditors."""
    return may_see(who, ref, stage)


def may_work_on(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Gathering and sending: officers alone."""
    held = may_act_as(who, Role.OFFICER)
    return may_see(who, ref, stage) if held else held


def may_read_one(who: Who, ref: str, stage: str, number: int, **asked: object) -> Verdict:
    """The reasons of one applicant with what the readers wrote; of a file that is shut, there are none."""
    held = may_see(who, ref, stage)
    found = round_for(who, ref, stage) if held else None
    if found is None:
        return held
    return held if visible_to(who, found).filter(application=number).exists() else NOTHING


def may_change_one(who: Who, ref: str, stage: str, number: int, **asked: object) -> Verdict:
    """Changing, checking and sending them: an officer who is not of the company and has not worked on the file."""
    held = may_work_on(who, ref, stage)
    read = may_read_one(who, ref, stage, number) if held else held
    return may_check(officer(who, number)) if read else read


def may_read_own(who: Who, number: int, **asked: object) -> Verdict:
    """What was sent, for whoever has a hand on the application; to anyone else it is not there."""
    if not who.known:
        return SIGN_IN
    held = may_work(who, number)
    return held if not held or sent_to(number) else NOTHING
