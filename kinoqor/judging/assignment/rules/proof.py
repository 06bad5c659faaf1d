"""The proof that no better plan exists, checked with nothing but sums: no solver, no library of numbers.

Every reader has a price, a whole number. Take the price off each fit and let every file choose its readers as if there
were no loads: that is a sum which is easy to reckon. Add what the readers' loads are worth at those prices: nobody can
pass the result (weak duality of linear programmes). A plan that keeps all limits and reaches it is the best there is.
A reader whose price is above nothing is scarce: files that fit better elsewhere leave their time to others.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from kinoqor.judging.assignment.rules.choice import (
    Choice,
    by_file,
    choice_kept,
    choices,
    loads_kept,
    units_of_cap,
    units_of_warned,
)
from kinoqor.judging.assignment.words import Case, Plan, Proof, Settings
from kinoqor.kit.verdict import Verdict, no

FIRST = 40  # of a file's readers by value, before all are put in order


def check_proof(case: Case, settings: Settings, plan: Plan, prices: Mapping[str, int]) -> Proof:
    """Whether a plan keeps every limit and none of more fit exists; of a drawn plan, whether its chances are the best."""
    try:
        drawn, likely = by_file(case, plan.pairs), by_file(case, plan.chances)
    except ValueError as error:
        return _broken(prices, no(_("A pair stands twice, or names nobody: %(pair)s.") % {"pair": error}))
    asked = [prices.get(reader.code, 0) for reader in case.readers]
    caps = units_of_cap(settings, plan.of), units_of_warned(settings, plan.of)
    reached = bound = 0
    for file, choice in choices(case, settings, plan.seed, plan.narrowed):
        mine = likely.pop(file.code, {})
        kept = choice_kept(case, settings, file, choice, mine, plan.of) and choice_kept(
            case, settings, file, choice, drawn.pop(file.code, {}), 1
        )
        if not kept:
            return _broken(prices, kept)
        reached += sum(choice.open[place] * pair.units for place, pair in mine.items())
        bound += best_choice(case, choice, asked, caps, plan.of, settings.houses)
    verdict = loads_kept(case.readers, plan.pairs, 1) and loads_kept(case.readers, plan.chances, plan.of)
    if drawn or likely:
        verdict = no(_("The plan names a file that is not there."))
    for reader, price in zip(case.readers, asked, strict=True):
        bound += plan.of * price * (reader.most if price > 0 else reader.least)
    if verdict and reached != bound:
        verdict = no(
            _("These prices do not show that the plan is the best: it may be, or there is a better one.")
        )
    return Proof(dict(prices), reached, bound, verdict)


def _broken(prices: Mapping[str, int], verdict: Verdict) -> Proof:
    return Proof(dict(prices), 0, 0, verdict)


def best_choice(
    case: Case, choice: Choice, prices: Sequence[int], caps: tuple[int, int], of: int, houses: bool
) -> int:
    """The most that a file can choose at these prices: the best first, as far as its limits let it (a matroid).

    `caps`: the units of any pair, and those of a pair under a warning.
    Where a house has strong and weak readers they are counted apart, which can only make the bound higher.
    """
    left, weak, total = choice.needed * of, choice.weak * of, 0
    taken: dict[tuple[str, bool], int] = {}
    for net, place in _dearest([(value - prices[place], place) for place, value in choice.open.items()]):
        strong = choice.strong(choice.open[place])
        cap = caps[place in choice.warned]
        units = min(cap, left) if strong else min(cap, left, weak)
        house = case.readers[place].house
        if house and houses:
            units = min(units, of - taken.get((house, strong), 0))
            taken[house, strong] = taken.get((house, strong), 0) + units
        total += net * units
        left -= units
        weak -= 0 if strong else units
        if not left:
            break
    return total


def _dearest(nets: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The largest first; most files need only a few."""
    yield from heapq.nlargest(FIRST, nets)
    yield from sorted(nets, reverse=True)[FIRST:]
