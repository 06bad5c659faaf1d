"""When an account may be erased."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no


def may_be_erased(holds_staff_seat: bool, clause: str | Promise) -> Verdict:
    """An account may be erased at its owner's wish, once they hold no seat of the staff.

    `clause` is the provision of the country's law that keeps an official's name beside what they decided.
    """
    if holds_staff_seat:
        return no(
            _("You hold a seat of the staff. What you do in it must be answered for by name."),
            str(clause),
            way=_("Ask an administrator to end your seat first."),
        )
    return YES
