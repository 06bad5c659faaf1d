"""One text for one value: canonical JSON, so that a digest of it can be made again by anyone who has the value."""

import hashlib
import json
from typing import Any


def canonical(value: Any) -> str:
    """The value as JSON after RFC 8785: keys in the order of their UTF-16 units, no spaces, letters as they are.

    Only objects with text keys, lists, texts, whole numbers, true, false and null are taken: a broken number has more
    than one way to be written, and TypeError is raised for it as for anything else.
    """
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(value: Any) -> str:
    """SHA-256 of the canonical text, in hexadecimal digits."""
    return digest_of(canonical(value))


def digest_of(text: str) -> str:
    """The same of a canonical text that is there already."""
    return hashlib.sha256(text.encode()).hexdigest()


def _ordered(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, list | tuple):
        return [_ordered(each) for each in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: _ordered(value[key]) for key in sorted(value, key=_units)}
    raise TypeError(f"{type(value).__name__} has no one way to be written")


def _units(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")
