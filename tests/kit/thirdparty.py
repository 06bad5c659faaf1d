"""Test vectors that others have published; where they are not there, the tests that need them are shown as skipped."""

import json
from pathlib import Path
from typing import Any

import pytest

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "thirdparty" / "tlog"


def vectors(name: str) -> Any:
    """The JSON of a file of the public record's test vectors."""
    if not (BESIDE / name).exists():
        pytest.skip(f"the published test vectors {name} are not here")
    return json.loads((BESIDE / name).read_text(encoding="utf-8"))
