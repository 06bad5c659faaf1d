"""How files come, are scanned, and go."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.jobs import call
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.file import rules
from kinoqor.ledger.file.access import required_keeper
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.queries import files_of, newest, next_place, one, scans, sound_before
from kinoqor.ledger.file.words import Scan, Slot, Taken

SCAN = "kinoqor.ledger.file.clock.scan_one"  # the job that scans one file


@deed(
    "ledger.file.sent",
    _("A file sent"),
    _("%(who)s sent “%(name)s” to %(holder)s: %(slot)s, version %(version)s"),
)
def send(line: Line, holder: str, slot: str, place: int, taken: Taken, keep: Callable[[], None]) -> File:
    """Put a file into a place of a slot, as its newest version; place 0 is the next free one.

    `keep` lays down the bytes; the record is written only when they lie there. What stood in the place before stays
    readable as an older version. The same bytes sent again, into their place or the next free one, change nothing.
    """
    keeper, number = required_keeper(holder)
    asked: Slot | None = keeper.slots(number).get(slot)
    there = [file for file in files_of(holder) if file.slot == slot]
    same = next((file for file in there if file.digest == taken.digest and place in (0, file.place)), None)
    line.details.update(holder=holder, slot=slot, name=taken.name)
    if same:
        line.details.update(version=same.version, again=True)
        return same
    require(rules.may_begin(asked, taken.size, taken.size, len(there), place))
    now = next((file for file in there if file.place == place), None)
    place = place or next_place(holder, slot)
    version = newest(holder, slot, place)
    require(rules.may_replace(version))
    keeper.touched(number, slot, _by(line))
    keep()
    if now:
        File.objects.filter(pk=now.pk, gone=None).update(gone=line.deed)
    made = File.objects.create(
        holder=holder, slot=slot, place=place, version=version + 1, name=taken.name, kind=taken.kind,
        size=taken.size, digest=taken.digest, sent_digest=taken.sent, at=line.deed.at, sent=line.deed,
    )  # fmt: skip
    if scans():
        call(SCAN, made.pk)
    line.details.update(version=made.version, digest=taken.digest, size=taken.size)
    return made


@deed(
    "ledger.file.taken_out", _("A file taken out"), _("%(who)s took “%(name)s” out of %(holder)s: %(slot)s")
)
def take_out(line: Line, pk: int) -> None:
    """Empty a place; what stood there stays readable as an older version."""
    file = one(pk)
    keeper, number = required_keeper(file.holder)
    keeper.touched(number, file.slot, _by(line))
    File.objects.filter(pk=pk, gone=None).update(gone=line.deed)
    line.details.update(holder=file.holder, slot=file.slot, name=file.name, version=file.version)


@deed("ledger.file.scanned", _("A file scanned"), _("%(who)s scanned “%(name)s” of %(holder)s: %(found)s"))
def note_scan(line: Line, pk: int, found: Scan, virus: str) -> None:
    """Note what a scan has found; the first answer counts.

    Where a virus was found in what stands in a place now, the newest version before it without one stands there again,
    as a version of its own: what is refused never loses what was there before.
    """
    file = one(pk)
    File.objects.filter(pk=pk, scan=None).update(scan=found)
    line.details.update(holder=file.holder, name=file.name, found=str(found), virus=virus)
    before = sound_before(file) if found == Scan.INFECTED else None
    if before and File.objects.filter(pk=pk, gone=None).update(gone=line.deed):
        File.objects.create(
            holder=before.holder, slot=before.slot, place=before.place, name=before.name, kind=before.kind,
            version=newest(file.holder, file.slot, file.place) + 1, size=before.size, digest=before.digest,
            sent_digest=before.sent_digest, at=before.at, sent=before.sent, scan=before.scan,
        )  # fmt: skip


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
