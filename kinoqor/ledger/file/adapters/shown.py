"""The slots of a holder as a page shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.queries import versions_of
from kinoqor.ledger.file.rules import megabytes
from kinoqor.ledger.file.words import ENDINGS, Slot


@dataclass(frozen=True, slots=True)
class Shown:
    """A slot with its files, each with its older versions, and what its form says."""

    asked: Slot
    files: tuple[tuple[File, tuple[File, ...]], ...]

    @property
    def room(self) -> bool:
        """Whether one file more may come."""
        return len(self.files) < self.asked.most

    @property
    def kinds(self) -> str:
        """The kinds that it takes, in words."""
        return ", ".join(kind.label for kind in self.asked.kinds)

    @property
    def accept(self) -> str:
        """The same for the browser's window that chooses files."""
        return ",".join(ENDINGS[kind] for kind in self.asked.kinds)

    @property
    def bytes(self) -> int:
        """The largest file in bytes."""
        return int(settings.UPLOAD_MOST)

    @property
    def megabytes(self) -> str:
        """The largest file in megabytes."""
        return megabytes(settings.UPLOAD_MOST)

    @property
    def replace(self) -> str:
        """What the form of a file that is there says."""
        return _("Send a newer version")

    @property
    def send(self) -> str:
        """What the form of an empty place says."""
        return _("Choose a file")


def shown(holder: str, slots: Iterable[Slot]) -> list[Shown]:
    """The slots with what is in them; one query."""
    places: dict[tuple[str, int], list[File]] = {}
    for file in versions_of(holder):
        places.setdefault((file.slot, file.place), []).append(file)
    return [Shown(slot, tuple(_files(slot.code, places))) for slot in slots]


def _files(code: str, places: dict[tuple[str, int], list[File]]) -> Iterator[tuple[File, tuple[File, ...]]]:
    for (slot, _place), versions in places.items():
        if slot == code and versions[0].gone_id is None:
            yield versions[0], tuple(versions[1:])
