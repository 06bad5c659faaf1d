"""Who may read, write and open; a reading of somebody else is not there."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.judging.review import queries
from kinoqor.judging.review.rules import NO_ROUND, NOT_THERE
from kinoqor.kit.verdict import YES, Verdict, no

NO_FILE = no(_("There is no such file."), hidden=True)


def may_list(who: Who, **asked: object) -> Verdict:
    """The list of what one has to read: experts, in that seat and behind their second step."""
    return may_act_as(who, Role.EXPERT)


def may_read(who: Who, number: int, **asked: object) -> Verdict:
    """One's own reading while it stands: released, not ended, not shut by a conflict."""
    held = may_act_as(who, Role.EXPERT)
    if not held:
        return held
    return YES if queries.reading_of(who, number) else NOT_THERE


def may_follow(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """How far a stage is read, in counts: officers and auditors, of a stage that was released to its readers."""
    held = may_act_as(who, *queries.READERS)
    if not held:
        return held
    return YES if queries.draws_of(ref, stage).exists() else NO_ROUND


def may_lead(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Reminding readers and opening their reviews: officers."""
    held = may_act_as(who, Role.OFFICER)
    if not held:
        return held
    return YES if queries.draws_of(ref, stage).exists() else NO_ROUND


def may_compare(who: Who, ref: str, stage: str, application: int, **asked: object) -> Verdict:
    """All reviews of a file beside one another, once they are opened; of a file that is shut to one there is nothing."""
    held = may_follow(who, ref, stage)
    if not held:
        return held
    return YES if queries.opened_of(who, ref, stage, application) else NO_FILE
