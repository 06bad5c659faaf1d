"""The record of a seat."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import STAFF, Role
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.models import Deed


class Seat(models.Model):
    """Who may act as what, where, by which act and from when to when."""

    user = models.ForeignKey(User, models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="seats")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    act = models.CharField(_("appointing act"), max_length=300)
    since = models.DateField(_("first day"))
    until = models.DateField(_("last day"), null=True, blank=True)
    given = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    ended = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["user", "since"], name="seat_user")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.organisation}"

    @property
    def term(self) -> Term:
        """Its days as the law counts them."""
        return Term(self.since, self.until)

    @property
    def staff(self) -> bool:
        """Whether it acts for the public and so counts only behind a second factor."""
        return self.role in STAFF

    @property
    def name(self) -> str:
        """How the journal calls it."""
        return f"seat:{self.pk}"

    def held_on(self, day: date) -> bool:
        """Whether it is held on this day."""
        return self.term.holds_on(day)
