"""The records of a card: what lists sort and narrow by, and the settled facts."""

from django.db import models
from django.urls import reverse

from kinoqor.register.card.words import Axis, Sureness
from kinoqor.register.level.words import Level
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import PAGE, Kind


class Card(models.Model):
    """What the register shows of a subject. Written only by settling; never edited."""

    subject = models.OneToOneField(Subject, on_delete=models.CASCADE, primary_key=True, related_name="card")
    ref = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    slug = models.CharField(max_length=80, blank=True)
    # The title a page in this language shows, and the language that this title really is in.
    title_kk = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    title_en = models.TextField(blank=True)
    lang_kk = models.CharField(max_length=8, blank=True)
    lang_ru = models.CharField(max_length=8, blank=True)
    lang_en = models.CharField(max_length=8, blank=True)
    # Letters a-z only, so that every database orders them alike; see kit.collation.
    sort_kk = models.CharField(max_length=120, blank=True)
    sort_ru = models.CharField(max_length=120, blank=True)
    sort_en = models.CharField(max_length=120, blank=True)
    year = models.SmallIntegerField(null=True)
    moment = models.CharField(max_length=21, blank=True)
    # {property: {"voices": [{value, object, lang, script, notes, rank, sources}], "why", "disputed"}}, leader first.
    facts = models.JSONField(default=dict)
    disputed = models.BooleanField(default=False)
    unverified = models.BooleanField(default=False)
    sureness = models.CharField(max_length=8, choices=Sureness.choices)
    # How complete it is, what it lacks (a bit each, see level.words), and how much is said of it and with it. No level:
    # of a kind that has none, or not settled since there are levels.
    level = models.SmallIntegerField(choices=Level.choices, null=True)
    lacks = models.IntegerField(default=0)
    weight = models.IntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "year", "level", "lacks"], name="card_kind_year"),
            models.Index(fields=["kind", "sort_kk"], name="card_kind_kk"),
            models.Index(fields=["kind", "sort_ru"], name="card_kind_ru"),
            models.Index(fields=["kind", "sort_en"], name="card_kind_en"),
            # All that a list of what needs work narrows by, so that both are read without the cards themselves.
            models.Index(
                fields=["kind", "-weight", "ref", "lacks", "level", "year"], name="card_kind_weight"
            ),
            models.Index(fields=["kind", "level", "lacks", "year"], name="card_kind_lacks"),
        ]

    def __str__(self) -> str:
        return self.title_en or self.ref

    @property
    def address(self) -> str:
        """The number and the readable tail: "f038-kyz-zhibek"."""
        return f"{self.ref}-{self.slug}" if self.slug else self.ref

    def get_absolute_url(self) -> str:
        return reverse(PAGE[self.kind], args=[self.address if self.kind != Kind.TOPIC else self.ref])


class Facet(models.Model):
    """One value of a card on one axis."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="facets", db_index=False)
    axis = models.CharField(max_length=12, choices=Axis.choices)
    code = models.CharField(max_length=40)

    class Meta:
        indexes = [
            models.Index(fields=["axis", "code", "card"], name="facet_axis_code"),
            models.Index(fields=["card"], name="facet_card"),
        ]

    def __str__(self) -> str:
        return f"{self.axis}={self.code}"
