"""The record of a source."""

from django.db import models

from kinoqor.register.source.words import SourceKind


class Source(models.Model):
    """A place where something is said, with what is known of its weight."""

    address = models.CharField(max_length=1000, unique=True)
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    title = models.CharField(max_length=300)
    house = models.CharField(max_length=200, db_index=True)
    lang = models.CharField(max_length=8, blank=True)
    read_on = models.DateField(null=True)
    reliability = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.title

    @property
    def is_web(self) -> bool:
        """Whether a reader can follow the address."""
        return self.address.startswith(("http://", "https://"))

    @property
    def called(self) -> str:
        """The short name under which a page cites it: the house, or what kind of voice it is where it has no address."""
        return self.house if self.is_web else str(self.get_kind_display())
