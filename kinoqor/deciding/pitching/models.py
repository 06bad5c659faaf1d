"""The records of a pitching: its plan, who comes when, who was told, who was there, what was marked."""

from datetime import datetime

from django.db import models

from kinoqor.accounts.user.models import User
from kinoqor.deciding.pitching.words import Came, Standing, Way
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.models import CallVersion
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.ledger.deed.models import Deed


class Plan(models.Model):
    """The pitching of one stage before one body."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="pitchings")
    stage = models.CharField(max_length=40)
    body = models.ForeignKey(Body, models.PROTECT, related_name="pitchings")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PREPARED)
    # [{"day", "first", "last", "rest_from", "rest_until"}] by the wall clock of the call.
    days = models.JSONField(default=list)
    minutes = models.PositiveSmallIntegerField()
    # Where: {"kk", "ru", "en"}; and where it is broadcast, "" for nowhere.
    place = models.JSONField(default=dict)
    broadcast = models.URLField(max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=1)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    published = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    # The opening of all marks together, with who sat there.
    opened = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    photograph = models.ForeignKey(Photograph, models.PROTECT, null=True, related_name="+")
    cancelled = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "stage"], condition=models.Q(cancelled=None), name="one_pitching_a_stage"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.stage}"


class Slot(models.Model):
    """When a film is defended."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="slots")
    application = models.ForeignKey(Application, models.PROTECT, related_name="slots")
    at = models.DateTimeField(null=True)
    section = models.CharField(max_length=40, blank=True)
    # A slot that an officer set by hand: a new plan leaves it where it is.
    pinned = models.BooleanField(default=False)
    came = models.CharField(max_length=10, choices=Came, default=Came.AWAITED)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    noted = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "application"], name="one_slot_a_film")]
        indexes = [models.Index(fields=["plan", "at"], name="slot_at")]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.application_id}"


class Absence(models.Model):
    """When a member or an applicant has said that they cannot be there."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="absences")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="absences")
    application = models.ForeignKey(Application, models.PROTECT, null=True, related_name="absences")
    since = models.DateTimeField()
    until = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    gone = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.plan_id} {self.since:%Y-%m-%d}"


class Contact(models.Model):
    """That an applicant was called or written to, and whether they were reached. Append-only by trigger."""

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="contacts")
    way = models.CharField(max_length=10, choices=Way)
    reached = models.BooleanField()
    words = models.CharField(max_length=500, blank=True)
    # When it was, where that is known beside the deed that notes it.
    moment = models.DateTimeField(null=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.slot_id} {self.way}"

    @property
    def at(self) -> datetime:
        """When it was."""
        return self.moment or self.made.at


class Out(models.Model):
    """That a member was shown out while a film was defended. Append-only by trigger."""

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="outs")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slot", "member"], name="shown_out_once")]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.member_id}"


class Sheet(models.Model):
    """What a member marked at a defence; sealed until all are opened together."""

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="sheets")
    member = models.ForeignKey(Member, models.PROTECT, related_name="sheets")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    # By criterion; None is "not applicable".
    marks = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed = models.DateTimeField()
    salt = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    handed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slot", "user"], name="one_sheet_a_member")]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.user_id}"
