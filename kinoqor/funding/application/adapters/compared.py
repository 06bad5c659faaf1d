"""Two versions of a part side by side, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinoqor.kit.question import Form
from kinoqor.ui.asked.answers import Told, answers


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with the answer that stands and the one that came too late, both in words."""

    label: str
    stands: str
    came: str


def compared(form: Form, part: str, stands: Mapping[str, Any], came: Mapping[str, Any]) -> list[Pair]:
    """Where two versions of a group differ."""
    one, other = _by_place(form, stands, part), _by_place(form, came, part)
    found = []
    for place in dict.fromkeys([*one, *other]):
        left, right = one.get(place), other.get(place)
        if (left.words if left else "") != (right.words if right else ""):
            label = (left or right or Told(place, place, "")).label
            found.append(Pair(label, left.words if left else "", right.words if right else ""))
    return found


def _by_place(form: Form, values: Mapping[str, Any], part: str) -> dict[str, Told]:
    return {told.place: told for each in answers(form, values, [part]) for told in each.told}
