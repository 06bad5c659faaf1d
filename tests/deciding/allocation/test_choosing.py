"""The exact choice: the same as by trying all, always the same, and only with proof."""

from hypothesis import given
from hypothesis import settings as hypothesis

from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.table import table
from kinoqor.deciding.allocation.words import Case, Impossible
from tests.deciding.allocation.invented import best_by_trying, cases


@hypothesis(max_examples=150, deadline=None)
@given(cases())
def test_no_list_that_trying_all_finds_is_better_or_before(tried: Case) -> None:
    held = table(tried)
    wanted = best_by_trying(held)
    try:
        found = allocate(tried)
    except Impossible:
        assert wanted is None
        return
    assert wanted is not None
    assert found.computed == tuple(sorted(held.rows[at].file.code for at in wanted))
    assert check(tried, found) == []
