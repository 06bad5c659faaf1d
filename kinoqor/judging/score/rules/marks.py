"""From marks on criteria to one mark of a reader for a film."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor

from django.utils.translation import gettext as _

from kinoqor.funding.manner.words import Criterion as Asked
from kinoqor.judging.score.words import Criterion, Mark, Read, Terms
from kinoqor.kit.verdict import YES, Verdict, no, require


def hundredth(value: Fraction) -> Fraction:
    """Rounded to hundredths, the half away from zero: what is printed is what counts."""
    whole = Fraction(floor(abs(value) * 100 + Fraction(1, 2)), 100)
    return whole if value >= 0 else -whole


def measurable(criteria: Sequence[Asked], clause: str = "") -> Verdict:
    """Whether the criteria of a call can be counted: each needs a scale, and either all have a weight or none."""
    if not criteria:
        return no(_("The call names no criteria."), clause)
    for each in criteria:
        if each.lowest is None or each.highest is None:
            return no(
                _("The criterion “%(code)s” has no scale.") % {"code": each.code},
                clause,
                way=_("Give it a lowest and a highest mark in a new version of the call."),
            )
    weights = {each.weight is None for each in criteria}
    if len(weights) > 1 or not (weights == {True} or any(each.weight for each in criteria)):
        return no(
            _("Some criteria have a weight and some have none, or all weights are zero."),
            clause,
            way=_("Give every criterion a weight, or none of them: then all weigh the same."),
        )
    return YES


def criteria_of(criteria: Sequence[Asked]) -> tuple[Criterion, ...]:
    """The criteria of a call as they are counted; where none has a weight, all weigh the same."""
    require(measurable(criteria))
    return tuple(
        Criterion(
            each.code,
            Fraction(each.lowest or 0),
            Fraction(each.highest or 0),
            Fraction(1 if each.weight is None else each.weight),
        )
        for each in criteria
    )


def terms_of(criteria: Sequence[Criterion]) -> Terms:
    """The terms of these criteria with the usual numbers: their own scale where they share one, else 1 to 10. What counts
    of a strictness and of a far mark is a sixth of the scale: a point and a half of 1 to 10.
    """
    scales = {(each.lowest, each.highest) for each in criteria}
    lowest, highest = scales.pop() if len(scales) == 1 else (Fraction(1), Fraction(10))
    sixth = (highest - lowest) / 6
    return Terms(tuple(criteria), lowest, highest, most=sixth, reach=sixth)


def within(mark: Mark, terms: Terms) -> Verdict:
    """Whether a mark lies on the scale of its criterion; "not applicable" always does."""
    asked = next((each for each in terms.criteria if each.code == mark.criterion), None)
    if asked is None:
        return no(_("The call has no criterion “%(code)s”.") % {"code": mark.criterion}, terms.clause)
    if mark.value is not None and not asked.lowest <= mark.value <= asked.highest:
        return no(
            _("A mark here lies between %(lowest)s and %(highest)s.")
            % {"lowest": asked.lowest, "highest": asked.highest},
            terms.clause,
            way=_("Give a mark on the scale, or say that the criterion does not apply."),
        )
    return YES


def reads_of(marks: Iterable[Mark], terms: Terms) -> tuple[Read, ...]:
    """The reads: per reader and film the weighted average of the criteria that apply, brought onto the common scale. A
    criterion that does not apply is absent, never zero; where none applies there is no read. Refused off the scale.
    """
    asked = {each.code: each for each in terms.criteria}
    parts: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(dict)
    for mark in marks:
        require(within(mark, terms))
        own = parts[mark.reader, mark.film]
        if mark.criterion in own:
            raise ValueError(f"{mark.reader} marked {mark.film} twice on {mark.criterion}.")
        if mark.value is not None:
            own[mark.criterion] = mark.value
    found = ((reader, film, _total(own, asked, terms)) for (reader, film), own in sorted(parts.items()))
    return tuple(Read(reader, film, total) for reader, film, total in found if total is not None)


def _total(own: Mapping[str, Fraction], asked: Mapping[str, Criterion], terms: Terms) -> Fraction | None:
    weight = sum((asked[code].weight for code in own), Fraction(0))
    if not weight:
        return None
    total = sum((asked[code].weight * _share(asked[code], value) for code, value in own.items()), Fraction(0))
    return terms.lowest + (terms.highest - terms.lowest) * total / weight


def _share(criterion: Criterion, value: Fraction) -> Fraction:
    return (value - criterion.lowest) / (criterion.highest - criterion.lowest)


def averages(marks: Iterable[Mark], criterion: str) -> dict[str, Fraction]:
    """The average of each film on one criterion, over the readers to whom it applied."""
    given: dict[str, list[Fraction]] = defaultdict(list)
    for mark in marks:
        if mark.criterion == criterion and mark.value is not None:
            given[mark.film].append(mark.value)
    return {film: sum(values, Fraction(0)) / len(values) for film, values in given.items()}
