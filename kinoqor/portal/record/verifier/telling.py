"""Saying each step in plain words, and reading what was published."""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from kinoqor.portal.record.verifier.counting import WORDS
from kinoqor.portal.record.verifier.tongues import TONGUES

# What a document that is not what it should be makes the reckoning stumble over.
BROKEN = (
    KeyError, TypeError, ValueError, IndexError, AttributeError, ZeroDivisionError, RecursionError, OverflowError,
)  # fmt: skip

LOOSE = "not canonical JSON"


class Telling:
    """Writes a line for each step, in one language, and counts what is wrong."""

    def __init__(self, lang: str = "en", out: Any = None) -> None:
        self.lang, self.out, self.faults, self.steps = lang, out or sys.stdout, 0, 0

    def words(self, said: str, /, **told: Any) -> str:
        """A sentence in the language of the reader."""
        at = TONGUES.index(self.lang)
        found = WORDS[said][at - 1] if at else said
        return found.format(**told)

    def part(self, said: str, /, **told: Any) -> None:
        """Begin a part of the work."""
        self.out.write(f"\n{self.words(said, **told)}\n")

    def right(self, said: str, /, **told: Any) -> None:
        """Something was looked at and is right."""
        self._line("right", said, told)

    def wrong(self, said: str, /, **told: Any) -> None:
        """Something is wrong."""
        self.faults += 1
        self._line("WRONG", said, told)

    def note(self, said: str, /, **told: Any) -> None:
        """Something could not be looked at here, or is for the reader to compare."""
        self._line("note", said, told)

    def either(self, right: bool, good: str, bad: str, /, **told: Any) -> bool:
        """One of two sentences, by whether something is right; gives that back."""
        (self.right if right else self.wrong)(good if right else bad, **told)
        return right

    def trouble(self, error: Exception) -> str:
        """What a document stumbled over, in words that name the place and not the program."""
        if isinstance(error, KeyError) and error.args:
            return self.words("“{key}” is not there", key=error.args[0])
        if isinstance(error, UnicodeDecodeError | json.JSONDecodeError):
            return self.words("it is no JSON text")
        if isinstance(error, ValueError) and str(error) == LOOSE:
            return self.words("it is not written in the one canonical way, so something was put in or moved")
        if isinstance(error, ValueError) and str(error):
            return self.words("a value in it cannot be: {value}", value=error)
        return self.words("a value in it is of another kind than it has to be")

    def shown(self, value: Any) -> Any:
        """A value as a reader sees it: lists as JSON has them, and a word where there is nothing."""
        if value is None:
            return self.words("nothing")
        return canonical(value) if isinstance(value, list | dict) else value

    def _line(self, sign: str, said: str, told: dict[str, Any]) -> None:
        self.steps += 1
        self.out.write(f"  {self.words(sign)}: {self.words(said, **told)}\n")


def canonical(value: Any) -> str:
    """The value as JSON after RFC 8785, where all numbers are whole."""
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _ordered(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, list):
        return [_ordered(each) for each in value]
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    raise TypeError(f"{type(value).__name__} has no one way to be written")


def digest(value: Any) -> str:
    """SHA-256 of the canonical text of a value."""
    return sha256(canonical(value).encode()).hexdigest()


def understood(raw: bytes) -> Any:
    """The value of a canonical JSON text. Raises ValueError where it is none, even by one space."""
    text = raw.decode("utf-8")
    value = json.loads(text)
    try:
        same = canonical(value) == text
    except (TypeError, UnicodeError):
        same = False
    if not same:
        raise ValueError(LOOSE)
    return value


def first_few(found: Any, most: int = 5) -> Iterator[Any]:
    """The first of many: whoever reads a fault needs some, not thousands."""
    for at, each in enumerate(found):
        if at == most:
            return
        yield each
