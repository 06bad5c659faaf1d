"""What the verifier said: its lines, and those that say that something is wrong."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinoqor.portal.record.verifier.main import main
from kinoqor.portal.record.verifier.telling import Telling


def told(check: Callable[..., Any], *given: Any, lang: str = "en") -> tuple[list[str], list[str]]:
    """All lines and the wrong ones."""
    out = io.StringIO()
    check(Telling(lang, out), *given)
    lines = [line.strip() for line in out.getvalue().splitlines() if line.strip()]
    return lines, [line for line in lines if line.startswith(("WRONG", "ҚАТЕ", "НЕВЕРНО"))]


def verified(place: Path, capsys: Any, *more: str) -> tuple[int, list[str]]:
    """The exit code of the verifier for a folder, and what it found wrong."""
    capsys.readouterr()
    code = main([str(place), *more])
    said = capsys.readouterr().out.splitlines()
    return code, [line.strip() for line in said if "WRONG" in line]
