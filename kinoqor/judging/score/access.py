"""Who may see what the marks come to: officers and auditors, after the opening; what a conflict shuts is not there."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.access import may_act_as
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.judging.score.queries import Round, closed, reviews, round_for
from kinoqor.kit.verdict import YES, Verdict, no

READERS = (Role.OFFICER, Role.AUDITOR)
NOT_THERE = no(_("There is no such round."), hidden=True)
NO_FILM = no(_("Nobody has marked such a file in this round."), hidden=True)
SEALED = no(
    _("The reviews of this stage are sealed: the panel opens all of them together."),
    way=_("Come back after the opening."),
)
GIVES_AWAY = no(
    _("A file of this round is shut to you, and what this page shows of the readers would give it away."),
    way=_("A colleague without a conflict can see it."),
)


def may_look(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The page of the scores of a stage, opened or not."""
    held = may_act_as(who, *READERS)
    if not held:
        return held
    return YES if round_for(who, ref, stage) else NOT_THERE


def may_see(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """The scores of a stage once it is opened."""
    return _opened(who, ref, stage)[0]


def may_see_film(who: Who, ref: str, stage: str, number: int, **asked: object) -> Verdict:
    """How the score of one film came about; a file that is shut is not there."""
    verdict, found = _opened(who, ref, stage)
    if not verdict or found is None or found.opening is None:
        return verdict
    marked = reviews(found.opening).filter(reading__application=number).exists()
    return YES if marked and str(number) not in closed(who, found) else NO_FILM


def may_see_readers(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """What is shown by reader: to nobody to whom a file of the round is shut."""
    verdict, found = _opened(who, ref, stage)
    if not verdict or found is None:
        return verdict
    return GIVES_AWAY if closed(who, found) else YES


def may_see_without(who: Who, ref: str, stage: str, reader: int, **asked: object) -> Verdict:
    """What the list would be without one of its readers."""
    verdict = may_see_readers(who, ref, stage)
    found = round_for(who, ref, stage) if verdict else None
    if found is None or found.opening is None:
        return verdict
    return YES if reviews(found.opening).filter(reading__user=reader).exists() else NOT_THERE


def may_send(who: Who, ref: str, stage: str, **asked: object) -> Verdict:
    """Officers to whom nothing of the round is shut send more readers to the films at the line."""
    held = may_act_as(who, Role.OFFICER)
    return may_see_readers(who, ref, stage) if held else held


def _opened(who: Who, ref: str, stage: str) -> tuple[Verdict, Round | None]:
    held = may_act_as(who, *READERS)
    if not held:
        return held, None
    found = round_for(who, ref, stage)
    if found is None:
        return NOT_THERE, None
    return (YES if found.opening else SEALED), found
