"""The law of identity: what may be judged, what follows from it, and how many subjects become one. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.register.identity.words import Judged

T = TypeVar("T")
Pair = tuple[int, int]


def in_order(one: int, other: int) -> Pair:
    """The pair as it is kept: the subject that the register has known for longer comes first."""
    return (one, other) if one < other else (other, one)


def leaders(same: Iterable[Pair]) -> dict[int, int]:
    """Subject -> the subject under whose number it is shown, for all of whom some are judged to be the same.

    "The same" is carried on: if A is B and B is C, all three are one. The subject that the register has known for
    longest (the least number) leads, so that the address which is known for longest stays.
    """
    found: dict[int, int] = {}

    def root(subject: int) -> int:
        while found.setdefault(subject, subject) != subject:
            found[subject] = found[found[subject]]
            subject = found[subject]
        return subject

    for one, other in same:
        first, second = in_order(root(one), root(other))
        found[second] = first
    return {subject: root(subject) for subject in found}


def together(
    rows: Iterable[T], subject_of: Callable[[T], int], led: Mapping[int, int]
) -> Iterator[tuple[int, list[T]]]:
    """(subject that is shown, all rows of it), for rows that come subject by subject.

    What belongs to a cluster is held back to the end, so that millions of rows of others pass without being kept.
    """
    held: dict[int, list[T]] = {}
    for subject, some in groupby(rows, key=subject_of):
        if subject in led:
            held.setdefault(led[subject], []).extend(some)
        else:
            yield subject, list(some)
    yield from held.items()


def may_be_judged(
    judged: Judged, pair: Pair, kinds: tuple[str, str], standing: Mapping[Pair, Judged], why: str
) -> Verdict:
    """Whether a pair may be judged so beside what stands already: no judgement may contradict the others.

    `standing`: what is judged of pairs now. A reason is asked for, since it is all that a later reader has.
    """
    one, other = pair
    if one == other or kinds[0] != kinds[1]:
        return no(_("Only two different records of one kind can be compared."))
    if not why.strip():
        return no(_("A judgement needs its reason. Write what shows it."))
    if in_order(one, other) in standing:
        return no(
            _("These two are judged already."),
            way=_("Take that judgement back first, with the reason why it was wrong."),
        )
    led = leaders(each for each, said in standing.items() if said == Judged.SAME)
    mine, theirs = led.get(one, one), led.get(other, other)
    if judged != Judged.SAME and mine == theirs:
        return no(
            _("Other judgements already make these two one."),
            way=_("Take one of them back first; the record's story shows them."),
        )
    apart = (pair_ for pair_, said in standing.items() if said == Judged.NOT_SAME)
    if judged == Judged.SAME and any(
        {led.get(first, first), led.get(second, second)} == {mine, theirs} for first, second in apart
    ):
        return no(
            _("Somebody has judged that a part of these is not the same."),
            way=_("Take that judgement back first; the record's story shows it."),
        )
    return YES
