"""What may be written into the public record, how a leaf is written, and when a head may be signed. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.kit import merkle
from kinoqor.kit.canonical import canonical
from kinoqor.kit.note import COSIGNATURE, Key, Note, Unreadable, read_key, read_signature, signs
from kinoqor.kit.tiles import Checkpoint
from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.ledger.log.words import (
    KINDS,
    LARGEST,
    MOST,
    VERSION,
    ByCode,
    Many,
    Maybe,
    OneOf,
    Said,
    Shape,
)

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")
# An account, a seat or a membership is somebody; twelve digits may be the number of a person.
_SOMEBODY = re.compile(r"(user|seat|member|person|p)[:.-]?\d+|\d{12}", re.IGNORECASE)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_NAME = 80
_STAYS = _("Nothing else goes into the public record, because nothing can be taken out of it.")


def may_write(kind: str, of: str, says: Mapping[str, Any]) -> Verdict:
    """Whether a leaf may be written: its kind is declared, and each value is what the kind has a place for."""
    if kind not in KINDS:
        return no(_("The public record knows no leaf of the kind “%(kind)s”.") % {"kind": kind}, way=_STAYS)
    wrong = "" if _fits(Shape.CODE, of) else "of"
    wrong = wrong or _unfit(KINDS[kind], says, "")
    if wrong:
        said = {"kind": kind, "key": wrong, "shape": _named(KINDS[kind], wrong)}
        return no(_("“%(key)s” of a leaf “%(kind)s” is not what it has to be: %(shape)s.") % said, way=_STAYS)
    return YES


def _unfit(shape: Mapping[str, Said], says: Any, above: str) -> str:
    """The first key that is missing, has no place, or whose value is of another shape; empty where all is right."""
    if not isinstance(says, Mapping):
        return above.rstrip(".")
    for key in says:
        if key not in shape:
            return f"{above}{key}"
    for key, each in shape.items():
        if key not in says:
            if not isinstance(each, Maybe):
                return f"{above}{key}"
        elif not _fits(each, says[key]):
            return f"{above}{key}"
    return ""


def _fits(shape: Said, value: Any) -> bool:
    if isinstance(shape, Maybe):
        return _fits(shape.of, value)
    if isinstance(shape, OneOf):
        return value in shape.words
    if isinstance(shape, Many):
        return isinstance(value, list | tuple) and all(_fits(shape.of, each) for each in value)
    if isinstance(shape, ByCode):
        return isinstance(value, Mapping) and all(
            _fits(Shape.CODE, key) and _fits(shape.of, each) for key, each in value.items()
        )
    if isinstance(shape, Shape):
        return _is(shape, value)
    return not _unfit(shape, value, "")


def _is(shape: Shape, value: Any) -> bool:
    if shape in (Shape.NUMBER, Shape.WHOLE):
        least = 0 if shape is Shape.NUMBER else -LARGEST
        return isinstance(value, int) and not isinstance(value, bool) and least <= value <= LARGEST
    if not isinstance(value, str):
        return False
    if shape is Shape.NAME:
        return _is_name(value)
    if shape is Shape.KEY:
        return _is_key(value)
    if shape is Shape.DAY:
        return _written(value, "%Y-%m-%d")
    if shape is Shape.MOMENT:
        return _written(value, _MOMENT)
    if shape is Shape.DIGEST:
        return bool(_DIGEST.fullmatch(value))
    return bool(_CODE.fullmatch(value)) and not _SOMEBODY.fullmatch(value)


def _is_name(text: str) -> bool:
    """Short, in its composed form, without control characters or an address of e-mail."""
    printable = text.isprintable() and text == text.strip() and "@" not in text
    named = bool(text) and len(text) <= _NAME and unicodedata.is_normalized("NFC", text)
    return named and printable and not _SOMEBODY.search(text)


def _is_key(text: str) -> bool:
    try:
        read_key(text)
    except Unreadable:
        return False
    return True


def _written(text: str, form: str) -> bool:
    try:
        return datetime.strptime(text, form).strftime(form) == text  # noqa: DTZ007 -- only its writing is looked at
    except ValueError:
        return False


def _named(shape: Mapping[str, Said], key: str) -> str:
    if key == "of":
        return str(Shape.CODE.label)
    found = shape.get(key)
    while isinstance(found, Maybe):
        found = found.of
    if isinstance(found, Shape):
        return str(found.label)
    if isinstance(found, OneOf):
        return ", ".join(found.words)
    return str(_("only what its kind has a place for") if found is None else _("codes, numbers and digests"))


def moment(at: datetime) -> str:
    """A moment as leaves write it: UTC, to the second."""
    return at.astimezone(UTC).strftime(_MOMENT)


def day(on: date) -> str:
    """A day as leaves write it."""
    return on.isoformat()


def leaf(kind: str, at: datetime, of: str, says: Mapping[str, Any]) -> str:
    """The text of a leaf: canonical JSON, the same for everyone who has the values."""
    said = {"v": VERSION, "kind": kind, "at": moment(at), "of": of, "says": dict(says)}
    return canonical(said)


def may_be_so_long(text: str) -> Verdict:
    """Whether a leaf is short enough to be written."""
    if len(text.encode()) > MOST:
        return no(
            _("A leaf of the public record has at most %(most)s bytes.") % {"most": MOST},
            way=_("Write the digest of what is long."),
        )
    return YES


def salted(value: Any, salt: bytes) -> str:
    """The digest of a value that is not public: SHA-256 of 32 bytes of salt and the canonical text."""
    return sha256(salt + canonical(value).encode()).hexdigest()


def may_erase(known: bool, erased: bool, clause: str) -> Verdict:
    """Whether the salt of a digest may be erased: there is one, and a clause of the law asks for it."""
    if not known:
        return no(_("The house keeps no salt of this digest."))
    if erased:
        return no(_("The salt of this digest has been erased already."))
    if not _fits(Shape.CODE, clause):
        return no(_("An erasure names the clause that asks for it, as a code."))
    return YES


def may_change_key(before: str, after: str) -> Verdict:
    """Whether one key may follow another: both are keys of the same name, and not the same."""
    if not (_is_key(before) and _is_key(after)) or before == after:
        return no(_("A key is followed by another one of the same name."))
    if read_key(before).name != read_key(after).name:
        return no(_("A key is followed by another one of the same name."))
    return YES


def may_sign(
    last: Checkpoint | None, new: Checkpoint, proof: Sequence[bytes], now: datetime, newest: datetime
) -> Verdict:
    """Whether a head may be signed: it goes on from the last one, and the clock has not been set back.

    `newest` is the latest moment that the record knows: that of the last head or leaf.
    """
    if now < newest:
        return no(
            _(
                "The clock of this machine shows %(now)s, but the public record has been written until %(newest)s."
            )
            % {"now": moment(now), "newest": moment(newest)},
            way=_("Set the clock right; the record then goes on by itself."),
        )
    if last is None:
        return YES
    if not merkle.extends(last.size, new.size, last.root, new.root, proof):
        return no(
            _(
                "The new head of %(new)s leaves does not go on from the signed one of %(old)s leaves. It is not signed."
            )
            % {"new": new.size, "old": last.size},
            way=_("Find out what was changed in the database, and bring it back from a backup."),
        )
    return YES


def may_follow(last: int, before: int) -> Verdict:
    """Whether a head that was made after one of `before` leaves is still the next one."""
    if last != before:
        return no(_("Another has signed a head of the public record meanwhile."))
    return YES


def may_go_on(last: Checkpoint | None, laid: Checkpoint | None, known: bool) -> Verdict:
    """Whether this database is the one whose head was published last.

    `laid` is the checkpoint that lies published with a right signature of ours, `known` whether the database knows that
    very head.
    """
    if laid is None or (known and last is not None and laid.size <= last.size):
        return YES
    size = last.size if last else 0
    if laid.size > size:
        return no(
            _(
                "A head of %(laid)s leaves has been published, but the database knows only %(size)s: it was set back."
            )
            % {"laid": laid.size, "size": size},
            way=_("Bring the newer database back. No head is signed until then."),
        )
    return no(
        _("Another head of %(laid)s leaves has been published than the one in the database.")
        % {"laid": laid.size},
        way=_("Two histories of one record would be a forgery: find out which house wrote the other."),
    )


def may_witness(witness: Key, text: str, said: str) -> Verdict:
    """Whether a line is the cosignature of this witness under the text of a head."""
    try:
        right = witness.kind == COSIGNATURE and signs(witness, Note(text, (read_signature(said),)))
    except Unreadable:
        right = False
    if right:
        return YES
    return no(_("What %(witness)s has sent is not its cosignature.") % {"witness": witness.name})
