"""Questions about papers."""

import hashlib
from typing import IO

from django.core.files.base import File as Opened
from django.core.files.storage import storages
from django.db.models import QuerySet

from kinoqor.ledger.paper import rules
from kinoqor.ledger.paper.models import Paper
from kinoqor.ledger.paper.words import Found


def paper(number: str) -> Paper | None:
    """The paper of a number."""
    return Paper.objects.filter(number=number).first()


def papers_of(holder: str) -> QuerySet[Paper]:
    """The papers of a holder, the newest first."""
    return Paper.objects.filter(holder=holder).order_by("-pk")


def bytes_of(found: Paper) -> Opened[bytes]:
    """The PDF, open for reading; raises FileNotFoundError where it is not there."""
    return storages["kept"].open(found.where)


def by_digits(number: str, digits: str) -> tuple[Found, Paper | None]:
    """What a typed number and the digits under it say."""
    found = paper(rules.number_of(number))
    said = rules.compared(found.seal if found else None, rules.digits_of(digits))
    return said, found if said is Found.GENUINE else None


def held(number: str, seal: str) -> Paper | None:
    """The paper of a number for whoever can tell the digits that are printed on it."""
    return by_digits(number, seal)[1]


def by_file(opened: IO[bytes]) -> tuple[Found, Paper | None]:
    """Whether a file is, byte for byte, a paper of this house."""
    found = Paper.objects.filter(digest=hashlib.file_digest(opened, "sha256").hexdigest()).first()  # type: ignore[arg-type]
    return (Found.GENUINE, found) if found else (Found.UNKNOWN, None)
