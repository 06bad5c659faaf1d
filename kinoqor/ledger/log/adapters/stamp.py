"""A time-stamping authority outside (RFC 3161): asked to date a signed head, believed only under the named roots."""

import logging
import ssl
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.x509 import Certificate, load_pem_x509_certificates
from django.utils.translation import gettext_lazy as _
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from kinoqor.kit.verdict import Refused, no

log = logging.getLogger("kinoqor.record")

SECONDS, MOST = 20, 65_536  # of one question, and bytes of an answer
ASKED, ANSWERED = "application/timestamp-query", "application/timestamp-reply"


@dataclass(frozen=True, slots=True)
class Stamped:
    """An answer that holds: the bytes as they came, and the moment that they say."""

    raw: bytes
    at: datetime


def roots(place: Path) -> list[Certificate]:
    """The certificates under which a stamp is believed. Refused where the file cannot be read or holds none."""
    try:
        return load_pem_x509_certificates(place.read_bytes())
    except (OSError, ValueError) as trouble:
        said = _("The root certificates of the time-stamping authority in %(place)s cannot be read.")
        raise Refused(
            no(
                said % {"place": place},
                way=_("Lay its certificates there as PEM, and name the file in KINOQOR_STAMP_ROOTS."),
            )
        ) from trouble


def stamped(address: str, text: bytes, trusted: list[Certificate]) -> Stamped | None:
    """Have a text dated; None where nobody answers, or where the answer is not of this question under these roots."""
    query = TimestampRequestBuilder().data(text).hash_algorithm(HashAlgorithm.SHA256).build()
    raw = _posted(address, query.as_bytes())
    if raw is None:
        return None
    at = read(raw, text, trusted, query.nonce)
    if at is None:
        log.warning("what the time-stamping authority %s answered does not hold", address)
    return Stamped(raw, at) if at else None


def read(raw: bytes, text: bytes, trusted: list[Certificate], nonce: int | None = None) -> datetime | None:
    """The moment that a stamp of this text says, in UTC; None where it is not of this text or not under these roots."""
    try:
        answer = decode_timestamp_response(raw)
        VerifierBuilder(roots=list(trusted), nonce=nonce).build().verify_message(answer, text)
    except (VerificationError, ValueError):
        return None
    moment: datetime = answer.tst_info.gen_time
    return moment


def _posted(address: str, query: bytes) -> bytes | None:
    """The bytes of an answer; None where there is none."""
    to = urlsplit(address)
    line: HTTPConnection
    if to.scheme == "https":
        line = HTTPSConnection(
            to.hostname or "", to.port, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:  # most authorities answer without TLS: the answer is signed
        line = HTTPConnection(to.hostname or "", to.port, timeout=SECONDS)
    try:
        line.request("POST", f"{to.path or '/'}?{to.query}".rstrip("?"), query, {"Content-Type": ASKED})
        answer = line.getresponse()
        said = answer.read(MOST)
        if answer.status == 200 and answer.headers.get_content_type() == ANSWERED:
            return said
        log.warning("the time-stamping authority %s refused (%s)", address, answer.status)
    except (OSError, HTTPException) as error:
        log.warning("the time-stamping authority %s does not answer: %s", address, error)
    finally:
        line.close()
    return None
