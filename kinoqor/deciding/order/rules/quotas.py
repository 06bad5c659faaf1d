"""Whether the quotas of a list still hold in what the commission left of it. Pure."""

from collections.abc import Mapping

from kinoqor.deciding.allocation.rules.limits import Sums
from kinoqor.deciding.allocation.rules.table import Row, counts_for
from kinoqor.deciding.allocation.words import Case, Quota


def missed(case: Case, given: Mapping[str, int]) -> list[Quota]:
    """The quotas that do not hold, where these films are given these sums, by their codes. They bind the computed list;
    no act was found by which they bind the commission, so an order is not refused for them, and its page says so.
    """
    sums = Sums(case.settings)
    for at, file in enumerate(case.files):
        money = given.get(file.code)
        if money is not None:
            signs = sum(1 << bit for bit, each in enumerate(case.settings.quotas) if counts_for(each, file))
            sums.add(Row(at, file, money, 0, signs, "", False, 0))
    return sums.broken()
