"""A witness outside: shown each new head with the proof that the log only grew, it answers with its cosignature."""

import base64
import logging
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from kinoqor.kit.note import COSIGNATURE, Unreadable, read_key

log = logging.getLogger("kinoqor.record")

SECONDS, MOST = 10, 65_536  # of one question, and bytes of an answer


@dataclass(frozen=True, slots=True)
class Answer:
    """What a witness said: its signature lines, or the size up to which it knows the log, or neither."""

    lines: tuple[str, ...] = ()
    knows: int | None = None


def named(text: str) -> tuple[str, str] | None:
    """A witness as the setting names it ("key address"): its key and its address; None where it cannot be read."""
    key, _space, address = text.strip().partition(" ")
    try:
        if read_key(key).kind == COSIGNATURE and urlsplit(address).scheme in ("http", "https"):
            return key, address.strip().rstrip("/")
    except (Unreadable, ValueError):
        pass
    log.error("a witness is written as its key (type 4), a space and its address: %s", text)
    return None


def asked(address: str, old: int, proof: Sequence[bytes], checkpoint: str) -> Answer:
    """Show a witness a head that goes on from the one of `old` leaves that it knows."""
    hashes = "".join(f"{base64.b64encode(each).decode()}\n" for each in proof)
    status, said = _posted(f"{address}/add-checkpoint", f"old {old}\n{hashes}\n{checkpoint}")
    if status == 200:
        return Answer(lines=tuple(said.splitlines()))
    size = said.strip()
    if status == 409 and size.isascii() and size.isdigit() and len(size) < 20:
        return Answer(knows=int(size))
    if status:
        log.warning("the witness %s refused a head (%s): %s", address, status, said[:200])
    return Answer()


def _posted(address: str, said: str) -> tuple[int, str]:
    """The status and words of an answer; 0 where there is none."""
    to = urlsplit(address)
    line: HTTPConnection
    if to.scheme == "https":
        line = HTTPSConnection(
            to.hostname or "", to.port, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:  # a witness in the same house or behind a tunnel; what it says is signed anyway
        line = HTTPConnection(to.hostname or "", to.port, timeout=SECONDS)
    try:
        line.request("POST", to.path, said.encode(), {"Content-Type": "text/plain; charset=utf-8"})
        answer = line.getresponse()
        return answer.status, answer.read(MOST).decode("utf-8", "replace")
    except (OSError, HTTPException) as error:
        log.warning("the witness %s does not answer: %s", address, error)
        return 0, ""
    finally:
        line.close()
