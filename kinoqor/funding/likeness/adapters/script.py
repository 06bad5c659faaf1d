"""A script as it is compared: from its bytes to the digests of its pieces. The words themselves are kept nowhere."""

from kinoqor.funding.likeness.rules import telling
from kinoqor.funding.likeness.words import SCRIPT_KEPT, Reading, Script
from kinoqor.kit.shingles import sketch
from kinoqor.kit.wording.reading import BOUNDS, Bounds, wording


def read_script(raw: bytes, kind: str, bounds: Bounds = BOUNDS) -> Script:
    """What a script says, as far as it could be read within the bounds."""
    found = wording(raw, kind, bounds)
    if found is None:
        return Script("", Reading.BROKEN)
    if not telling(found.text, found.pages):
        return Script("", Reading.NOTHING, found.pages, found.whole)
    return Script("", Reading.READ, found.pages, found.whole, sketch(found.text, SCRIPT_KEPT))
