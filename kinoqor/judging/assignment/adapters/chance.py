"""The public beacon outside: a round is fetched from one of its mirrors and checked by its signature.

To import this file takes seconds (see `kit.beacon`): only jobs and commands do.
"""

import logging
import ssl
from http.client import HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from kinoqor.judging.assignment.adapters.written import read_round
from kinoqor.judging.assignment.models import Draw
from kinoqor.kit.beacon import check
from kinoqor.kit.chain import QUICKNET
from kinoqor.kit.verdict import Verdict, no

log = logging.getLogger("kinoqor.judging")

SECONDS, MOST = 5, 4096  # of one try, and bytes of an answer


def verified(draw: Draw, signature: str) -> Verdict:
    """Whether this is the signature (in hex) of the round that the draw has named."""
    return check_round(draw.beacon or 0, signature)


def check_round(number: int, signature: str) -> Verdict:
    """Whether this is the signature (in hex) of a round of quicknet."""
    try:
        raw = bytes.fromhex(signature)
    except ValueError:
        return no(
            _("A signature stands in hexadecimal digits."), way=_("Copy the whole answer of the beacon.")
        )
    return check(QUICKNET, number, raw)


def fetched(number: int) -> str | None:
    """The signature of a round from the first mirror that has it and tells the truth; None where none does."""
    for mirror in settings.BEACON:
        told = _asked(mirror, f"/{QUICKNET.hash}/public/{number}")
        try:
            found, signature = read_round(told)
        except ValueError:
            continue
        if found == number and check_round(number, signature):
            return signature
        log.warning("the mirror %s gave a round that is not the one asked for", mirror)
    return None


def _asked(mirror: str, path: str) -> str:
    """What a mirror answers; empty where it does not."""
    to = urlsplit(mirror)
    if to.scheme != "https" or not to.hostname:
        log.warning("a mirror of the beacon is asked over TLS only: %s", mirror)
        return ""
    line = HTTPSConnection(to.hostname, to.port, timeout=SECONDS, context=ssl.create_default_context())
    try:
        line.request("GET", to.path.rstrip("/") + path, headers={"Accept": "application/json"})
        answer = line.getresponse()
        return answer.read(MOST).decode("utf-8", "replace") if answer.status == 200 else ""
    except (OSError, HTTPException) as error:
        log.warning("the mirror %s does not answer: %s", mirror, error)
        return ""
    finally:
        line.close()
