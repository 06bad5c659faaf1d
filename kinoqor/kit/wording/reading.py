"""The words of a paper: read by a program of its own (child.py), whose end is no end of this one."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_CHILD = Path(__file__).with_name("child.py")
KINDS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a paper is read: its bytes at most, then pages, signs, and seconds of a processor."""

    size: int = 64 << 20
    pages: int = 400
    signs: int = 1_500_000
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a paper, of how many pages, and whether that is all of it."""

    text: str
    pages: int
    whole: bool


BOUNDS = Bounds()


def wording(raw: bytes, kind: str, bounds: Bounds = BOUNDS) -> Wording | None:
    """The words of a PDF or DOCX as far as they could be read within the bounds; None where nothing could be."""
    if kind not in KINDS or len(raw) > bounds.size:
        return None
    asked = (kind, bounds.pages, bounds.signs, bounds.seconds)
    command = [sys.executable, "-I", str(_CHILD), *map(str, asked)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
    ) as child:
        try:
            assert child.stdin and child.stdout
            _give(child.stdin, raw)
            told = list(_lines(child.stdout))
        except BaseException:
            child.kill()
            raise
    pages = [each for each in told[1:] if isinstance(each, str)]
    return Wording("\n".join(pages), len(pages), told[-1] is None) if pages else None


def _give(child: IO[bytes], raw: bytes) -> None:
    """Hand the paper over; a child that has ended already has told what it could."""
    try:
        child.write(raw)
        child.close()
    except BrokenPipeError:
        pass


def _lines(told: IO[bytes]) -> Iterator[object]:
    """What the child has told; a line that it did not live to end is none."""
    for line in told:
        if line.endswith(b"\n"):
            yield json.loads(line)
