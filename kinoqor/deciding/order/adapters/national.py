"""Which kinds of signatures the country's pack names, and with which program one signs."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from kinoqor.deciding.order.words import Known
from kinoqor.ui.pack import language


def national() -> Known | None:
    """What a signature may be made of; None where the pack names no national signature."""
    told = _pack(Path(settings.PACK))
    if not told:
        return None
    return Known(
        frozenset(told["digests"]),
        frozenset(told["signatures"]),
        frozenset(told["keys"]),
        dict(told["curves"]),
    )


def signs_with() -> str:
    """With which program one signs, in the language of the page."""
    told = _pack(Path(settings.PACK))
    return str(told["with"][language()]) if told else ""


@cache
def _pack(pack: Path) -> dict[str, Any]:
    path = pack / "signature.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
