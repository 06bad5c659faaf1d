"""The records of a sitting: its agenda, what was put to the vote, who took part, how they voted."""

from django.db import models

from kinoqor.accounts.user.models import User
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.session.words import Matter, Standing
from kinoqor.funding.application.models import Application
from kinoqor.funding.award.words import Form
from kinoqor.funding.call.models import CallVersion
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.words import Vote
from kinoqor.ledger.deed.models import Deed


class Sitting(models.Model):
    """A meeting of a body about one stage of a call."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="sittings")
    stage = models.CharField(max_length=40)
    body = models.ForeignKey(Body, models.PROTECT, related_name="sittings")
    at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    opened = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    closed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.body_id} {self.at:%Y-%m-%d}"


class Presence(models.Model):
    """That a member is at a sitting, from one moment to another."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="presences")
    member = models.ForeignKey(Member, models.PROTECT, related_name="presences")
    came = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    left = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.member_id}"


class Item(models.Model):
    """A point of the agenda that is put to the vote. By trigger, what was filled never changes."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    matter = models.CharField(max_length=12, choices=Matter)
    # What it is about: the computed list, a departure from it, one film; none for a list of a stage without money.
    allocation = models.ForeignKey(Allocation, models.PROTECT, null=True, related_name="items")
    departure = models.ForeignKey(Departure, models.PROTECT, null=True, related_name="items")
    application = models.ForeignKey(Application, models.PROTECT, null=True, related_name="items")
    words = models.TextField(blank=True)
    form = models.CharField(max_length=8, choices=Form)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.WAITING)
    # Who sat there and who was shut out when it was put to the vote.
    photograph = models.ForeignKey(Photograph, models.PROTECT, null=True, related_name="+")
    opened = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    # {"for", "against", "abstained", "present", "shut_out", "members", "voted", "quorate", "broken_off"} once it is over;
    # of a closed vote that was broken off the votes are not told, only how many there were.
    counts = models.JSONField(null=True)
    carried = models.BooleanField(null=True)
    closed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "number"], name="point_of_agenda")]

    def __str__(self) -> str:
        return f"{self.sitting_id}.{self.number}"


class Part(models.Model):
    """That a member took part in a vote; how they voted stands here only where the vote is not closed. Append-only."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="parts")
    member = models.ForeignKey(Member, models.PROTECT, related_name="parts")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    vote = models.CharField(max_length=10, choices=Vote, blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "user"], name="one_vote_a_member")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.user_id}"


class Tally(models.Model):
    """How often one answer was given in a vote of a closed form. All answers stand there at nought from its opening on
    and are only counted up: no row is one member's, and no order of rows is the order in which they voted.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="tallies")
    vote = models.CharField(max_length=10, choices=Vote)
    votes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "vote"], name="one_tally_an_answer")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.vote}"
