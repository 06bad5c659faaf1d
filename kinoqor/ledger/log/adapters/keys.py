"""The keys that sign the record: a file of PEM blocks outside of the database, the first of them the one that counts.

After a change of keys the file holds two: heads are signed by both until the older one is taken out of the file.
"""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import Refused, Verdict, no

END = "-----END PRIVATE KEY-----"


def held(place: Path) -> list[Ed25519PrivateKey]:
    """The keys of a file, the one that counts first; empty where there is no file. Refused where it cannot be read."""
    try:
        text = place.read_text(encoding="ascii")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as trouble:
        raise Refused(_unreadable(place)) from trouble
    found = []
    for block in text.split(END)[:-1]:
        try:
            key = load_pem_private_key(f"{block}{END}\n".encode(), None)
        except ValueError as trouble:
            raise Refused(_unreadable(place)) from trouble
        if not isinstance(key, Ed25519PrivateKey):
            raise Refused(_unreadable(place))
        found.append(key)
    if not found:
        raise Refused(_unreadable(place))
    return found


def _unreadable(place: Path) -> Verdict:
    return no(
        _("The key of the public record in %(place)s cannot be read.") % {"place": place},
        way=_("Bring the file back from its backup, readable by the house alone."),
    )


def lost(place: Path) -> Refused:
    """What is said where heads were signed and the key is not there any more."""
    return Refused(
        no(
            _("The key of the public record is not in %(place)s.") % {"place": place},
            way=_("Bring the file back from its backup. No other key can go on with this record."),
        )
    )


def replaced(place: Path) -> Refused:
    """What is said where the key in the file is another one than the one that signed the last head."""
    return Refused(
        no(
            _("The key in %(place)s is not the one that signed the last head of the public record.")
            % {"place": place},
            way=_(
                "Bring the right file back from its backup, or change keys in the open with change_record_key."
            ),
        )
    )


def add(place: Path, first: list[Ed25519PrivateKey]) -> Ed25519PrivateKey:
    """Make a new key, put it before those that are there, and let only the owner read the file."""
    made = Ed25519PrivateKey.generate()
    text = "".join(
        each.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        for each in (made, *first)
    )
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = mkstemp(
        prefix=".key-", dir=place.parent
    )  # readable by its owner alone from the beginning
    try:
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        Path(beside).replace(place)
    finally:
        with suppress(FileNotFoundError):
            Path(beside).unlink()
    return made
