"""The drawn plan: the chances of the best fit under the cap, and one plan drawn by them (see `rings`).

Chances are the best flow when a read is `of` units and a pair may have at most the cap of them.
"""

from django.utils.translation import gettext as _

from kinoqor.judging.assignment.rules.choice import share
from kinoqor.judging.assignment.rules.fitting import clock, solve
from kinoqor.judging.assignment.rules.rings import whole
from kinoqor.judging.assignment.rules.table import Found
from kinoqor.judging.assignment.words import Case, Plan, Progress, Settings, Top, silent
from kinoqor.kit.draw import Numbers as Counted


def drawn(
    case: Case, settings: Settings, seed: bytes, progress: Progress = silent
) -> tuple[Plan, dict[str, int]]:
    """A plan drawn from a seed with no pair likelier than the cap, and the prices that prove its chances the best. Beside
    it stands the best plan without the cap with its own prices, so that the price of the draw is proved too.

    Raises Short where the cap and the limits allow no plan, Refused where the time is over.
    """
    if not 0 < settings.cap <= 1 or settings.warned < 0:
        raise ValueError("The cap of chance lies above 0 and not above 1.")
    cap, of = share(case, settings)
    tell = clock(settings, progress)
    likely = solve(case, settings, seed, cap, of, tell)
    top = solve(case, settings, seed, 1, 1, tell) if of > 1 else likely
    chance = Counted(seed)
    tell(_("Drawing"), 0, 1)
    units = whole(likely, cap, chance.below)
    tell(_("Drawing"), 1, 1)
    taken = Found(likely.held, units, 1, None)
    best = Top(top.pairs(case), top.asked(case))
    plan = Plan(
        taken.pairs(case), likely.pairs(case), likely.of, seed, likely.narrowed,
        sum(pair.fit for pair in best.pairs), chance.at, best,
    )  # fmt: skip
    return plan, likely.asked(case)
