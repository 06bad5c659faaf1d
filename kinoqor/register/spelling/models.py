"""The records of the index. All of it can be thrown away and built again from the register."""

from django.db import models

from kinoqor.register.subject.models import Subject


class Spelling(models.Model):
    """One way in which the name of a subject is or may be written."""

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)
    text = models.TextField()
    lang = models.CharField(max_length=8, blank=True)
    # The search form and the matching key of kit.fold, cut to 200 signs.
    folded = models.CharField(max_length=200, db_index=True)
    bones = models.CharField(max_length=200)
    # Generated, attested by a source, or the title that a page shows; see words.Standing.
    standing = models.SmallIntegerField()
    # How much the register says of the subject; orders equals.
    weight = models.SmallIntegerField(default=0)
    year = models.SmallIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["bones"], name="spelling_by_bones")]

    def __str__(self) -> str:
        return self.text


class Gram(models.Model):
    """How many spellings hold a piece of three signs; rare pieces are asked for first. "" counts them all."""

    gram = models.CharField(max_length=3, primary_key=True)
    spellings = models.IntegerField()

    def __str__(self) -> str:
        return self.gram
