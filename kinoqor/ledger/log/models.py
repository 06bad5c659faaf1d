"""The records of the public log: leaves, the salts of what is not public, signed heads and who witnessed them."""

from django.db import models

from kinoqor.ledger.deed.models import Deed


class Leaf(models.Model):
    """One thing that the law makes public. Append-only by database trigger; indexes have no gaps."""

    index = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=40)
    # The public name of what it is about: a call, a body.
    of = models.CharField(max_length=80)
    # Canonical JSON, the very bytes that are published, and their hash as a leaf of the tree.
    text = models.TextField()
    leaf_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="leaves")

    class Meta:
        indexes = [models.Index(fields=["of", "index"], name="leaf_of")]

    def __str__(self) -> str:
        return f"{self.index} {self.kind}"


class Salt(models.Model):
    """What a digest was salted with. By trigger nothing of it changes, save that the salt can be erased for good."""

    digest = models.CharField(max_length=64, unique=True)
    salt = models.CharField(max_length=64, null=True)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    erased = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.digest


class Head(models.Model):
    """A signed head: append-only by trigger, and one of a size, so that there are never two histories."""

    size = models.PositiveBigIntegerField(unique=True)
    root = models.CharField(max_length=64)
    # The key that signed it, as it is published, and the signed note.
    key = models.CharField(max_length=300)
    text = models.TextField()
    at = models.DateTimeField()
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.size} {self.root}"


class Cosignature(models.Model):
    """That a witness has seen a head, as its line under the checkpoint. Append-only by trigger."""

    head = models.ForeignKey(Head, models.PROTECT, related_name="cosignatures")
    witness = models.CharField(max_length=300)
    text = models.TextField()
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["head", "witness"], name="one_cosignature_a_witness")]

    def __str__(self) -> str:
        return self.text


class Stamp(models.Model):
    """That an authority outside has dated a head (RFC 3161): its answer as it came. Append-only by trigger."""

    head = models.OneToOneField(Head, models.PROTECT, related_name="stamp")
    answer = models.BinaryField()
    # The moment that the authority says.
    said = models.DateTimeField()
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.head_id} {self.said}"
