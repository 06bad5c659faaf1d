"""The records of draws and of who reads what."""

from django.db import models

from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.manner.words import Source
from kinoqor.judging.assignment.words import Standing
from kinoqor.judging.panel.models import Body, Member
from kinoqor.ledger.deed.models import Deed


class Draw(models.Model):
    """One drawing of readers for the files of a stage. By trigger, what was filled never changes."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="draws")
    stage = models.CharField(max_length=40)
    # 1: the first reading; 2: more readers for files near the line.
    phase = models.PositiveSmallIntegerField(default=1)
    body = models.ForeignKey(Body, models.PROTECT, related_name="draws")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PREPARED)
    # Kept by the fund: the files' and readers' codes in what is published are digests with this salt.
    salt = models.CharField(max_length=64)
    # What the draw depends on, as canonical JSON that is published, with its SHA-256.
    frozen = models.TextField(null=True)
    digest = models.CharField(max_length=64, null=True)
    # Which file and reader each code is: {"files": {code: application}, "readers": {code: member}}; never published.
    codes = models.JSONField(null=True)
    # Where chance comes from: a public round named beforehand, or announced numbers; and the moment it is there.
    source = models.CharField(max_length=8, choices=Source)
    beacon = models.PositiveBigIntegerField(null=True)
    # [{"code", "name": {kk, ru, en}, "day"}]: which numbers were announced, where no network is.
    announced = models.JSONField(default=list)
    # In a second phase, the applications whose interval held the line: they get more readers, and nobody else.
    further = models.JSONField(null=True)
    due = models.DateTimeField(null=True)
    # What came: the round's signature in hex, or the numbers as they were published.
    chance = models.TextField(null=True)
    seed = models.CharField(max_length=64, null=True)
    # The plan with its chances and the prices that prove it, as canonical JSON that is published.
    result = models.TextField(null=True)
    result_digest = models.CharField(max_length=64, null=True)
    # How far the machine is: {"what", "done", "of"}, and why it stopped, if it did.
    progress = models.JSONField(default=dict)
    trouble = models.TextField(blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    frozen_by = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    drawn_by = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    released_by = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    cancelled_by = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "stage", "phase", "body"],
                condition=models.Q(cancelled_by=None),
                name="one_draw_a_phase",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.stage} {self.phase}"


class Reading(models.Model):
    """That a member reads a file: by the draw, in somebody's place, or by hand; ended with a reason, never deleted."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="readings")
    application = models.ForeignKey(Application, models.PROTECT, related_name="readings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="readings")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    fit = models.PositiveIntegerField(default=0)
    # The chance that the draw gave it, in parts of `of`; none where a hand gave it.
    units = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=1)
    instead = models.ForeignKey("self", models.PROTECT, null=True, related_name="replacements")
    given = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    ended = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "user"], condition=models.Q(ended=None), name="one_reading_a_reader"
            )
        ]
        indexes = [models.Index(fields=["user", "application"], name="reading_user")]

    def __str__(self) -> str:
        return f"{self.application_id} {self.user_id}"
