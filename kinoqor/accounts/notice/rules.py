"""How a notice comes."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.words import FIXED, USUAL, Manner, Notice
from kinoqor.kit.verdict import YES, Verdict, no


def manner_of(notice: Notice, chosen: Mapping[str, str]) -> Manner:
    """How a notice comes to someone who has chosen so: {"work": "here"}."""
    if notice in FIXED:
        return Manner.AT_ONCE
    return Manner(chosen.get(notice, USUAL[notice]))


def may_choose(notice: Notice) -> Verdict:
    """Whether the manner of a notice is its receiver's to choose."""
    if notice in FIXED:
        return no(_("This letter always comes: it keeps your account yours, or it is your right to know."))
    return YES
