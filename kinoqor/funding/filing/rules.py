"""The law of filing: until which second, with what still open, and how a receipt is numbered. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.application.rules import Case, OpenPoint
from kinoqor.funding.application.words import FLOW, REPAIRED, State
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Asked:
    """A filing as it is asked for: which stage and revision, when the request came, and that open points are known."""

    stage: str
    revision: int
    now: datetime
    language: str
    even_so: bool = False


def may_file(case: Case, now: datetime) -> Verdict:
    """Whether the application may be filed at this moment, which is when the request reached the house."""
    possible = FLOW.may("file", case.state)
    if not possible:
        return possible
    if case.state in REPAIRED:
        late = case.repair.until is not None and now >= case.repair.until
        return no(_("The time for the repair is over."), way=_("You can still withdraw.")) if late else YES
    if not case.window:
        return case.window
    return case.limit if case.state == State.DRAFT else YES


def may_file_with(points: Collection[OpenPoint], even_so: bool, titled: bool) -> Verdict:
    """A file with open points is filed only by someone who says that they know; one without any title is not."""
    if not titled:
        return no(_("The film has no title yet."), way=_("Give its title in one language at least."))
    if points and not even_so:
        words = ngettext("%(n)s point is still open.", "%(n)s points are still open.", len(points))
        return no(
            words % {"n": len(points)},
            way=_(
                "Close them, or say that you file even so: what is missing can be repaired after a notice."
            ),
        )
    return YES


def in_order(stage: str, asked: str) -> Verdict:
    """Whether what is filed is what is due: a page of an earlier stage files nothing in a later one."""
    if stage == asked:
        return YES
    return no(
        _("The page that you sent belongs to another stage of this application."),
        way=_("Open the application again: it shows what is due now."),
    )


def receipt_number(application: int, filing: int) -> str:
    """The number of a receipt: that of the application and which of its filings it is."""
    return f"{application:06d}-{filing}"
