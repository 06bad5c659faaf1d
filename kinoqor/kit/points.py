"""A test by points: elements with weights, what each one earned, and whether that is enough.

It knows nothing of what the elements are. An element may be met, not met, not apply, or be still open; a test is never
said to be failed while what is open could still turn it, nor passed while it could not.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

Texts = Mapping[str, str]


class Met(StrEnum):
    """What became of one element, or of the whole test (which is never out of place)."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    APART = "apart"  # does not apply to this work: neither earned nor counted as possible


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that earns points. `by`: the places whose holders earn it; empty where a person must say."""

    code: str
    name: Texts
    weight: int
    by: tuple[str, ...] = ()
    sure: bool = True  # whether the weight was read in the text of the rule


@dataclass(frozen=True, slots=True)
class PointsTest:
    """A test: so many points are needed, or a share of the points of the elements that apply."""

    code: str
    name: Texts
    clause: Texts
    source: str
    elements: tuple[Element, ...]
    points: int = 0
    share: Fraction | None = None
    below: Texts | None = None  # what may be done with a work that lies below
    sure: bool = True

    @property
    def most(self) -> int:
        """All points that there are."""
        return sum(element.weight for element in self.elements)


@dataclass(frozen=True, slots=True)
class Line:
    """One element and what became of it."""

    element: Element
    met: Met

    @property
    def points(self) -> int:
        """What was earned."""
        return self.element.weight if self.met is Met.YES else 0


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The test as it stands: points earned, open, possible and needed, line by line."""

    test: PointsTest
    lines: tuple[Line, ...]
    got: int
    open: int
    possible: int
    needed: int

    @property
    def met(self) -> Met:
        """Enough, not enough whatever is still open, or open."""
        if self.got >= self.needed:
            return Met.YES
        return Met.NO if self.got + self.open < self.needed else Met.OPEN

    @property
    def missing(self) -> int:
        """How many points are still needed."""
        return max(0, self.needed - self.got)


def reckon(test: PointsTest, answers: Mapping[str, Met]) -> Reckoned:
    """The test by what is said of each element (by code); what nothing is said of is open. Raises ValueError for a code
    that the test does not have.
    """
    strange = set(answers) - {element.code for element in test.elements}
    if strange:
        raise ValueError(f"The test {test.code} has no element {', '.join(sorted(strange))}.")
    lines = tuple(Line(element, answers.get(element.code, Met.OPEN)) for element in test.elements)
    possible = sum(line.element.weight for line in lines if line.met is not Met.APART)
    needed = test.points if test.share is None else math.ceil(test.share * possible)
    waiting = sum(line.element.weight for line in lines if line.met is Met.OPEN)
    return Reckoned(test, lines, sum(line.points for line in lines), waiting, possible, needed)


def read(document: Mapping[str, Any]) -> PointsTest:
    """A test as a pack writes it. Raises ValueError with a sentence for what cannot be a test."""
    code = str(document.get("code", ""))
    elements = tuple(_element(code, each) for each in document.get("elements", ()))
    if not code or not elements:
        raise ValueError(f"The test {code or '(no code)'} needs a code and at least one element.")
    if len({element.code for element in elements}) != len(elements):
        raise ValueError(f"The test {code} has two elements of one code.")
    points, parts = document.get("points", 0), document.get("share")
    if bool(points) == (parts is not None):
        raise ValueError(f"The test {code} needs either points or a share of the points that apply.")
    share = Fraction(*parts) if parts is not None else None
    found = PointsTest(
        code, document["name"], document["clause"], str(document.get("source", "")), elements, int(points), share,
        document.get("below"), bool(document.get("sure", True)),
    )  # fmt: skip
    if found.points > found.most or (share is not None and not 0 < share <= 1):
        raise ValueError(f"The test {code} asks for more points than there are.")
    return found


def _element(test: str, told: Mapping[str, Any]) -> Element:
    code, weight = str(told.get("code", "")), told.get("weight")
    if not code or not isinstance(weight, int) or isinstance(weight, bool) or weight < 1:
        raise ValueError(f"An element of the test {test} needs a code and a whole weight from 1.")
    return Element(code, told["name"], weight, tuple(told.get("by", ())), bool(told.get("sure", True)))
