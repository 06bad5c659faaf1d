"""Questions about files."""

from collections.abc import Collection

from django.conf import settings
from django.core.files.base import File as Opened
from django.core.files.storage import storages
from django.db.models import Max, QuerySet

from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.words import Scan


def files_of(holder: str) -> QuerySet[File]:
    """The files of a holder as they are now, slot by slot and place by place."""
    return File.objects.filter(holder=holder, gone=None).order_by("slot", "place")


def files_of_all(holders: Collection[str]) -> QuerySet[File]:
    """The same of several holders at once."""
    return File.objects.filter(holder__in=holders, gone=None).order_by("holder", "slot", "place")


def sound_files_of(holder: str) -> QuerySet[File]:
    """The same without those in which a virus was found: what counts as sent."""
    return files_of(holder).exclude(scan=Scan.INFECTED)


def versions_of(holder: str) -> QuerySet[File]:
    """Every file that a holder ever had, the newest version of each place first."""
    return (
        File.objects.filter(holder=holder)
        .select_related("sent", "gone")
        .order_by("slot", "place", "-version")
    )


def one(pk: int) -> File:
    """The file of this number; raises File.DoesNotExist."""
    return File.objects.select_related("sent").get(pk=pk)


def next_place(holder: str, slot: str) -> int:
    """The number of the next place of a slot; places that were emptied are not used again."""
    found = File.objects.filter(holder=holder, slot=slot).aggregate(most=Max("place"))["most"]
    return (found or 0) + 1


def newest(holder: str, slot: str, place: int) -> int:
    """The number of the newest version of a place; 0 where it never held a file."""
    return (
        File.objects.filter(holder=holder, slot=slot, place=place).aggregate(most=Max("version"))["most"] or 0
    )


def sound_before(file: File) -> File | None:
    """The newest version before this one in its place in which no virus was found."""
    before = File.objects.filter(
        holder=file.holder, slot=file.slot, place=file.place, version__lt=file.version
    )
    return before.exclude(scan=Scan.INFECTED).select_related("sent").order_by("-version").first()


def bytes_of(file: File) -> Opened[bytes]:
    """The bytes of a file, open for reading; raises FileNotFoundError where they are not there."""
    return storages["kept"].open(file.where)


def waiting(most: int) -> list[int]:
    """Files that nobody has scanned yet, the oldest first."""
    return list(File.objects.filter(scan=None).order_by("pk").values_list("pk", flat=True)[:most])


def scans() -> bool:
    """Whether this house has a scanner."""
    return bool(settings.CLAMAV)
