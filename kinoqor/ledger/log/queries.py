"""Questions to the public record."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet

from kinoqor.kit import merkle
from kinoqor.kit.note import Note, Unreadable, read_note, read_signature
from kinoqor.kit.tiles import CHECKPOINT, Checkpoint, Proof, proves, read_checkpoint, reader
from kinoqor.ledger.log import rules
from kinoqor.ledger.log.adapters.folder import Folder
from kinoqor.ledger.log.models import Cosignature, Head, Leaf, Salt, Stamp

_AT_ONCE = 1000  # leaves read from the database in one go


def folder() -> Folder:
    """Where the record lies as files."""
    return Folder(settings.RECORD)


def count() -> int:
    """How many leaves there are, published or not: indexes have no gaps."""
    newest = Leaf.objects.aggregate(most=Max("index"))["most"]
    return 0 if newest is None else int(newest) + 1


def newest() -> datetime | None:
    """The latest moment that the record knows."""
    moments = [
        Leaf.objects.order_by("-index").values_list("at", flat=True).first(),
        Head.objects.order_by("-size").values_list("at", flat=True).first(),
    ]
    return max((each for each in moments if each), default=None)


def head() -> Head | None:
    """The last head that was signed."""
    return Head.objects.order_by("-size").first()


def head_of(size: int) -> Head | None:
    """The head of a size, if one was signed."""
    return Head.objects.filter(size=size).first()


def size_before(size: int) -> int:
    """The size of the head before that of a size; 0 where it was the first."""
    return Head.objects.filter(size__lt=size).aggregate(most=Max("size"))["most"] or 0


def checkpoint_of(found: Head | None) -> Checkpoint | None:
    """What a head says."""
    return read_checkpoint(read_note(found.text.encode())) if found else None


def written(begin: int, end: int) -> Iterator[tuple[int, str, str]]:
    """Leaves from one index to before another: index, text, hash."""
    found = Leaf.objects.filter(index__gte=begin, index__lt=end).order_by("index")
    yield from found.values_list("index", "text", "leaf_hash").iterator(_AT_ONCE)


def written_leaf(index: int) -> Leaf | None:
    """A leaf, published or not yet."""
    return Leaf.objects.filter(index=index).first()


def salted_in(found: Leaf) -> list[str]:
    """The digests that a leaf says and whose salt the house keeps or has kept."""
    said = [each for each in json.loads(found.text)["says"].values() if isinstance(each, str)]
    return sorted(Salt.objects.filter(digest__in=said).values_list("digest", flat=True))


def salts() -> QuerySet[Salt]:
    """Every digest with what is kept of its salt."""
    return Salt.objects.select_related("erased").order_by("pk")


def leaf(index: int) -> Leaf | None:
    """A published leaf."""
    last = head()
    return Leaf.objects.filter(index=index).first() if last and index < last.size else None


def leaves_of(of: str) -> QuerySet[Leaf]:
    """All leaves about something public, such as a call, in the order in which they were written."""
    return Leaf.objects.filter(of=of).order_by("index")


def published(of: str = "", kind: str = "") -> QuerySet[Leaf]:
    """The published leaves, the newest first: all, or about one thing, or of one kind."""
    last = head()
    found = Leaf.objects.filter(index__lt=last.size if last else 0).order_by("-index")
    found = found.filter(of=of) if of else found
    return found.filter(kind=kind) if kind else found


def spoken_of() -> tuple[list[str], list[str]]:
    """What published leaves are about, and of which kinds they are."""
    found = published().order_by()
    abouts = found.values_list("of", flat=True).distinct().order_by("of")
    return list(abouts), list(found.values_list("kind", flat=True).distinct().order_by("kind"))


def leaves_of_deeds(deeds: Iterable[int]) -> QuerySet[Leaf]:
    """The leaves that were written in the course of these deeds, by their numbers."""
    return Leaf.objects.filter(deed__within__in=list(deeds)).order_by("index")


def note_of(found: Head) -> Note:
    """The checkpoint of a head with its witnesses under it."""
    note = read_note(found.text.encode())
    lines = found.cosignatures.order_by("pk").values_list("text", flat=True)
    return Note(note.text, (*note.signatures, *(read_signature(each) for each in lines)))


def first_over(index: int) -> Note | None:
    """The first checkpoint in which a leaf stands; where the leaf announces another key, the key before signed it too."""
    found = Head.objects.filter(size__gt=index).order_by("size").first()
    return note_of(found) if found else None


def laid() -> Note | None:
    """The checkpoint that lies published; None where none does, or what lies there is no note."""
    try:
        return read_note(folder().read(CHECKPOINT))
    except (FileNotFoundError, Unreadable):
        return None


def proof(index: int) -> str | None:
    """The text of the .tlog-proof file of a leaf under the published checkpoint; None where that has no such leaf.

    It is checked before it is given out, so that a spoilt tile gives no proof rather than a wrong one.
    """
    note, found = laid(), leaf(index)
    if note is None or found is None:
        return None
    try:
        size = read_checkpoint(note).size
        path = merkle.inclusion(index, size, reader(size, folder().read))
        made = Proof(index, tuple(path), note)
        return str(made) if proves(made, found.text.encode()) else None
    except (Unreadable, FileNotFoundError, ValueError):
        return None


def consistency(old: int, new: int) -> list[bytes]:
    """The proof that the published log of `new` leaves begins with that of `old` leaves."""
    return merkle.consistency(old, new, reader(new, folder().read))


def witnessed(witness: str) -> int:
    """The size of the last head that a witness has cosigned."""
    found = Cosignature.objects.filter(witness=witness).aggregate(most=Max("head__size"))["most"]
    return int(found or 0)


def salt_of(digest: str) -> Salt | None:
    """What is kept of the salt of a digest."""
    return Salt.objects.select_related("erased").filter(digest=digest).first()


def opens(digest: str, value: Any) -> bool:
    """Whether a salted digest of the record is that of this value; never again once its salt was erased."""
    kept = salt_of(digest)
    return bool(kept and kept.salt) and rules.salted(value, bytes.fromhex(str(kept.salt))) == digest  # type: ignore[union-attr]


def stamps() -> QuerySet[Stamp]:
    """What an authority outside has dated, the newest first."""
    return Stamp.objects.select_related("head").order_by("-head__size")


def stamped(size: int) -> Stamp | None:
    """The stamp over the head of a size."""
    return stamps().filter(head__size=size).first()
