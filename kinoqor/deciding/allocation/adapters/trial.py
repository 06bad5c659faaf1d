"""The quotas of a draft tried on the files of another round, before the call opens."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters.case import borrowed
from kinoqor.deciding.allocation.adapters.said import Tongue
from kinoqor.deciding.allocation.rules.differing import feasible
from kinoqor.deciding.allocation.words import Case
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.judging.score.queries import round_of, standing
from kinoqor.kit.verdict import Refused

SECONDS = 20  # a page is not waited for longer


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it: the trouble, or the quotas that clash and what helps, or the money that they let through."""

    files: int = 0
    strange: int = 0
    trouble: str = ""
    clash: str = ""
    quotas: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    money: str = ""
    without: str = ""
    less: bool = False


def money_stage(terms: Terms) -> str:
    """The stage of a call that gives money."""
    return next((each.stage for each in terms.awards if each.purse), "")


def tried(draft: CallVersion, ref: str, stage: str) -> Tried:
    """The quotas of a draft on the files of a round whose marks are opened."""
    terms = terms_of(draft)
    of, award = round_of(ref, stage), terms.award(money_stage(terms))
    if of is None or of.opening is None or award is None:
        return Tried(trouble=_("The marks of that round are not opened."))
    if any(each.envelope is None for each in terms.streams):
        words = _(
            "Not every stream of this draft says how much is set aside for it. Write the envelopes first."
        )
        return Tried(trouble=words)
    try:
        told = standing(of)
    except Refused as refused:
        return Tried(trouble=str(refused.verdict.reason))
    files = list(queries.marked(int(film) for film in told.scores))
    asked = queries.asked([each.name for each in files])
    case = borrowed(terms, award, told, files, asked)
    strange = len(files) - len(case.files)
    if not case.files:
        return Tried(
            strange=strange, trouble=_("No file of that round has a stream of this draft and a sum.")
        )
    case = replace(case, settings=replace(case.settings, seconds=min(SECONDS, case.settings.seconds)))
    return _said(terms, case, strange)


def _said(terms: Terms, case: Case, strange: int) -> Tried:
    say = Tongue(terms)
    try:
        found = feasible(case)
    except Refused as refused:
        words = f"{refused.verdict.reason} {refused.verdict.way}".strip()
        return Tried(len(case.files), strange, trouble=words)
    if found.clash is not None:
        changes = tuple(each.words for each in found.clash.changes)
        return Tried(
            len(case.files), strange, clash=str(found.clash.verdict.reason),
            quotas=tuple(say.quota(each) for each in found.clash.quotas), changes=changes,
        )  # fmt: skip
    return Tried(
        len(case.files), strange, money=say.money(found.money), without=say.money(found.without),
        less=found.money < found.without,
    )  # fmt: skip
