"""The records of bodies: which there are, who sits on them, who sat there at a vote."""

from django.db import models

from kinoqor.accounts.role.models import Seat
from kinoqor.funding.programme.models import Programme
from kinoqor.judging.panel.words import BodyKind
from kinoqor.ledger.deed.models import Deed


class Body(models.Model):
    """A council, a section of it, or a commission."""

    ref = models.SlugField(unique=True, max_length=60)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="bodies")
    kind = models.CharField(max_length=10, choices=BodyKind)
    name = models.JSONField()
    # By which act it exists.
    act = models.CharField(max_length=300)
    quorum = models.PositiveSmallIntegerField()
    chair_breaks_ties = models.BooleanField(default=False)
    # What it judges ("feature", "documentary", "animation"); empty: everything.
    media = models.JSONField(default=list)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    closed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.ref


class Member(models.Model):
    """A seat on a body. Who, by which act, from when to when: that says the seat (accounts.role)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="members")
    seat = models.OneToOneField(Seat, models.PROTECT, related_name="membership")
    chair = models.BooleanField(default=False)
    # In which languages they read ("kk", "ru", "en"), and how many files they read at most; empty: as the call says.
    languages = models.JSONField(default=list)
    most = models.PositiveSmallIntegerField(null=True)
    # What was known of them at the appointment: roles, companies, files, by the law's `Known`.
    known = models.JSONField(default=dict)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.body_id} {self.seat_id}"


class Photograph(models.Model):
    """Who sat on a body when it voted on something, who was shut out, and the digest. Append-only by trigger."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="photographs")
    # What was voted on, by name: "opening:3".
    about = models.CharField(max_length=80)
    day = models.DateField()
    # [{"member", "user", "name", "act", "since", "until", "chair"}], in one order.
    members = models.JSONField()
    shut_out = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.body_id} {self.about}"
