"""How the record is written: leaves in the deeds of the rooms above, then heads over them."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.kit import note
from kinoqor.kit.jobs import call_once
from kinoqor.kit.merkle import leaf_hash
from kinoqor.kit.tiles import Checkpoint
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log import queries, rules
from kinoqor.ledger.log.models import Cosignature, Head, Leaf, Salt, Stamp
from kinoqor.ledger.log.words import OURSELVES

# The job by name, since clock.py stands above this file.
PUBLISH = "kinoqor.ledger.log.clock.publish"
LEAVES, HEADS = "leaves of the public record", "heads of the public record"


@deed(
    "ledger.log.written",
    _("A leaf of the public record written"),
    _("%(who)s wrote leaf %(leaf)s of the public record: %(kind)s of %(of)s"),
)
def write(line: Line, kind: str, of: str, says: Mapping[str, Any]) -> int:
    """Write a leaf inside the deed that it is about; gives its index.

    The index is taken here, by one transaction at a time until its end: a deed writes its leaves last, after every
    other turn that it has to wait for. Refused where the kind has no place for what is said.
    """
    require(rules.may_write(kind, of, says))
    text = rules.leaf(kind, line.deed.at, of, says)
    require(rules.may_be_so_long(text))
    wait_turn(LEAVES)
    made = Leaf.objects.create(
        index=queries.count(), kind=kind, of=of, text=text, leaf_hash=leaf_hash(text.encode()).hex(),
        at=line.deed.at, deed=line.deed,
    )  # fmt: skip
    call_once(PUBLISH)
    line.details.update(leaf=made.index, kind=kind, of=of)
    return made.index


@deed(
    "ledger.log.salted",
    _("A value digested for the public record"),
    _("%(who)s made a salted digest for the public record: %(salted)s"),
)
def salt(line: Line, value: Any) -> str:
    """The salted digest of a value that is not public, for a leaf; its salt is kept where it can be erased."""
    grains = secrets.token_bytes(32)
    digest = rules.salted(value, grains)
    Salt.objects.create(digest=digest, salt=grains.hex(), deed=line.deed)
    line.details.update(salted=digest)
    return digest


@deed(
    "ledger.log.erased",
    _("A salt of the public record erased"),
    _("%(who)s erased the salt of %(salted)s, so that nobody can tell any more what it was of (%(clause)s)"),
)
def erase_salt(line: Line, digest: str, clause: str) -> int:
    """Erase a salt as the law asks: the leaf stays, can be opened by nobody, and another leaf says so.

    Gives the index of that leaf.
    """
    kept = Salt.objects.select_for_update().filter(digest=digest).first()
    require(rules.may_erase(kept is not None, bool(kept and kept.erased_id), clause))
    Salt.objects.filter(digest=digest).update(salt=None, erased=line.deed)
    line.details.update(salted=digest, clause=clause)
    by = Doer(line.deed.voice, line.deed.hat)
    index: int = write("salt.erased", OURSELVES, {"digest": digest, "clause": clause}, by=by)
    return index


@deed(
    "ledger.log.key_changed",
    _("The key of the public record changed"),
    _("%(who)s changed the key of the public record from %(key_before)s to %(key_after)s"),
)
def change_key(line: Line, before: str, after: str) -> int:
    """Say in the record itself by which key it goes on; gives the index of that leaf."""
    require(rules.may_change_key(before, after))
    line.details.update(key_before=before, key_after=after)
    by = Doer(line.deed.voice, line.deed.hat)
    index: int = write("key.changed", OURSELVES, {"before": before, "after": after}, by=by)
    return index


@deed(
    "ledger.log.signed",
    _("A head of the public record signed"),
    _("%(who)s signed the public record with %(leaves)s leaves"),
)
def sign_head(
    line: Line, before: int, new: Checkpoint, proof: Sequence[bytes], keys: Sequence[Ed25519PrivateKey]
) -> Head:
    """Sign a head whose tiles lie there already, if `proof` shows that it goes on from the last one, of `before` leaves.

    Refused where somebody else has signed meanwhile.
    """
    wait_turn(HEADS)
    last, now = queries.checkpoint_of(queries.head()), timezone.now()
    require(rules.may_follow(last.size if last else 0, before))
    require(rules.may_sign(last, new, proof, now, queries.newest() or now))
    signed = note.sign(new.text, new.origin, keys)
    key = str(note.public_key(new.origin, keys[0]))
    line.details.update(leaves=new.size)
    return Head.objects.create(
        size=new.size, root=new.root.hex(), key=key, text=str(signed), at=now, deed=line.deed
    )


@deed(
    "ledger.log.cosigned",
    _("A head of the public record witnessed"),
    _("%(who)s kept that %(witness)s has witnessed the public record with %(leaves)s leaves"),
)
def keep_cosignature(line: Line, size: int, key: str, said: str) -> None:
    """Keep the cosignature of a witness under a head; a wrong one is refused."""
    of, witness = Head.objects.get(size=size), note.read_key(key)
    text = note.read_note(of.text.encode()).text
    require(rules.may_witness(witness, text, said))
    Cosignature.objects.get_or_create(head=of, witness=key, defaults={"text": said, "deed": line.deed})
    line.details.update(leaves=size, witness=witness.name)


@deed(
    "ledger.log.stamped",
    _("A head of the public record dated"),
    _("%(who)s kept that a time-stamping authority has dated the public record with %(leaves)s leaves"),
)
def keep_stamp(line: Line, size: int, answer: bytes, said: datetime) -> None:
    """Keep the stamp of an authority over a head, once; whoever brings it has checked it."""
    of = Head.objects.get(size=size)
    Stamp.objects.get_or_create(head=of, defaults={"answer": answer, "said": said, "deed": line.deed})
    line.details.update(leaves=size)
