"""What an officer brings where the house has no network: a round as its mirror answers, or announced numbers."""

import json
import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.steps import are_numbers
from kinoqor.judging.assignment.words import NUMBERS
from kinoqor.kit.announced import key_string
from kinoqor.kit.verdict import YES, Verdict, no

SIGNATURE = re.compile(r"[0-9a-f]{96}")
MOST = 20  # numbers of one source


def read_round(text: str) -> tuple[int, str]:
    """(number, signature in hex) of a round as the beacon's servers write it. Raises ValueError for anything else."""
    try:
        said = json.loads(text)
        number, signature = said["round"], said["signature"].lower()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("no round") from error
    if not isinstance(number, int) or isinstance(number, bool) or not SIGNATURE.fullmatch(signature):
        raise ValueError("no round")
    return number, signature


def read_numbers(text: str) -> list[int]:
    """The whole numbers of a line, set apart by spaces or commas. Raises ValueError for anything else."""
    found = [int(each) for each in re.split(r"[\s,;]+", text.strip()) if each]
    if not found or len(found) > MOST or any(not 0 <= each < 10**9 for each in found):
        raise ValueError("no numbers")
    return found


def strung(given: Sequence[Sequence[int]]) -> str:
    """Announced numbers as RFC 3797 strings them."""
    return key_string(given)


def as_announced(draw: Draw, chance: str) -> Verdict:
    """Whether these are numbers of every source that the draw has named."""
    sources = [part.split(".")[:-1] for part in chance.split("/")[:-1]]
    try:
        given = [[int(each) for each in source] for source in sources]
    except ValueError:
        return no(_("Announced numbers are whole and not below nought."))
    return are_numbers(draw.source == NUMBERS, len(draw.announced), given) and YES
