"""What rooms above put beside an application for its applicant: each says once how, when the house opens."""

from collections.abc import Callable

from kinoqor.ui.parts import Link

Told = Callable[[int], Link | None]
_told: list[Told] = []


def beside(told: Told) -> None:
    """Say what answers an applicant, by the number of the application; `told` gives nothing where there is no answer."""
    if told not in _told:
        _told.append(told)


def answers(number: int) -> list[Link]:
    """Every answer that there is to an application, each with the way to it."""
    return [found for told in _told if (found := told(number)) is not None]
