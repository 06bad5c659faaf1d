"""Nobody is passed over by a worse-placed film of the same kind unless it brings what he lacks."""

from itertools import combinations

from hypothesis import given
from hypothesis import settings as hypothesis

from kinoqor.deciding.allocation.rules.choosing import allocate
from kinoqor.deciding.allocation.rules.justice import passed_over
from kinoqor.deciding.allocation.rules.lining import lines
from kinoqor.deciding.allocation.rules.table import Row, Table, table
from kinoqor.deciding.allocation.words import Case, Reason
from tests.deciding.allocation.invented import case, cases, file, quota


def excused(held: Table, upper: Row, lower: Row, inside: set[str]) -> bool:
    """The rule once more as its text says it, pair by pair."""
    settings = held.settings
    for each in settings.quotas:
        here, there = (
            bool(each.attributes & row.file.attributes) and each.stream in ("", row.file.stream)
            for row in (upper, lower)
        )
        if (each.least and there and not here) or (each.most is not None and here and not there):
            return True
    company = upper.file.company
    own = [
        row
        for row in held.rows
        if row.file.code in inside - {lower.file.code} and row.file.company == company
    ]
    return bool(company) and (
        (settings.company_films is not None and len(own) + 1 > settings.company_films)
        or (
            settings.company_money is not None
            and sum(row.money for row in own) + upper.money > settings.company_money
        )
    )


@hypothesis(max_examples=150, deadline=None)
@given(cases())
def test_the_rule_finds_the_pairs_that_its_text_names(tried: Case) -> None:
    held = table(tried)
    rows = [row for row in held.rows if not row.out]
    for taken in combinations(rows, min(3, len(rows))):
        inside = {row.file.code for row in taken}
        wanted = {
            upper.file.code
            for upper in rows
            for lower in taken
            if upper.file.code not in inside and upper.at < lower.at and upper.group == lower.group
            and not excused(held, upper, lower, inside)
        }  # fmt: skip
        assert {row.file.code for row, _other in passed_over(held, tuple(inside))} == wanted


def test_the_small_is_not_taken_before_the_good() -> None:
    found = allocate(case([file("a", 9000), file("dear", 8000, 25), file("small", 7000, 5)], 30))
    assert found.computed == ("a",)


def test_a_film_that_asks_for_more_than_there_is_bars_nobody() -> None:
    found = allocate(case([file("a", 9000, 31), file("b", 8000, 30)], 30))
    assert found.computed == ("b",)
    assert found.refusals[0].reason == Reason.ENVELOPE


def test_a_film_that_brings_what_the_quota_asks_for_passes_a_better_one() -> None:
    new = file("new", 6000, attributes=frozenset({"debut"}))
    found = allocate(
        case([file("a", 9000), file("b", 8000), file("c", 7000), new], 30, [quota("debut", least=1)])
    )
    assert found.computed == ("a", "b", "new")
    assert (found.refusals[0].reason, found.refusals[0].quotas) == (Reason.QUOTA, ("debut",))
    cuts = {line.quotas: line.points for line in found.lines}
    assert cuts == {(): 8000, ("debut",): 6000}


def test_a_full_company_is_passed_over_and_told_so() -> None:
    files = [file("a", 9000, company="A"), file("b", 8000, company="A"), file("c", 7000)]
    found = allocate(case(files, 20, company_films=1))
    assert found.computed == ("a", "c")
    assert found.refusals[0].reason == Reason.COMPANY


def test_of_one_company_the_better_film_is_taken() -> None:
    files = [file("a", 8000, 10, company="A"), file("b", 7000, 20, company="A")]
    assert allocate(case(files, 20, company_films=1)).computed == ("a",)


def test_a_full_share_is_passed_over_and_told_so() -> None:
    marked = [
        file(code, points, attributes=frozenset({"doc"})) for code, points in (("a", 9000), ("b", 8000))
    ]
    found = allocate(case([*marked, file("c", 7000)], 20, [quota("doc", most=1)]))
    assert found.computed == ("a", "c")
    assert (found.refusals[0].reason, found.refusals[0].quotas) == (Reason.MAXIMUM, ("doc",))


def test_whoever_stands_above_his_line_is_in() -> None:
    files = [file(f"f{at}", 9000 - 100 * at, 3 + at % 4) for at in range(9)]
    tried = case(files, 22)
    found = allocate(tried)
    (line,) = lines(table(tried), found.computed)
    above = {each.code for each in files if line.points is not None and each.points >= line.points}
    assert above == set(found.computed) and line.funded == len(above)
