import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.money import Money


def test_whole_units_are_said_with_the_sign() -> None:
    amount = Money.whole(1_500_000, "KZT")
    assert amount.say("kk") == "1\u00a0500\u00a0000\u00a0₸"
    assert amount.say("ru") == "1\u00a0500\u00a0000\u00a0₸"
    assert amount.say("en") == "₸1,500,000"


def test_a_currency_without_a_sign_is_said_by_its_code() -> None:
    assert Money.whole(5, "SUR").say("en") == "SUR\u00a05"
    assert Money.whole(5, "SUR").say("ru") == "5\u00a0SUR"


def test_a_debt_has_a_minus() -> None:
    assert Money.whole(-5, "USD").say("en") == "−$5"


def test_halves_go_to_the_even_neighbour() -> None:
    assert [Money(minor, "KZT").units for minor in (50, 150, 250, 249, 251, -50, -150)] == [
        0,
        2,
        2,
        2,
        3,
        0,
        -2,
    ]


def test_a_currency_without_minor_units_keeps_its_number() -> None:
    assert Money.whole(700, "JPY").minor == 700


@pytest.mark.parametrize("wrong", [1.5, "5", True])
def test_only_whole_numbers_are_money(wrong: object) -> None:
    with pytest.raises(TypeError):
        Money(wrong, "KZT")  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["kzt", "TENGE", "", "₸₸₸"])
def test_only_a_code_is_a_currency(wrong: str) -> None:
    with pytest.raises(ValueError):
        Money(1, wrong)


@given(st.integers(-(10**18), 10**18))
def test_no_digit_of_a_great_sum_is_lost(units: int) -> None:
    said = Money.whole(units, "KZT").say("ru")
    assert int(said.replace("\u00a0", "").rstrip("₸").replace("−", "-")) == units


def test_an_amount_is_told_to_the_last_minor_unit_where_there_is_one() -> None:
    assert Money(150_050, "EUR").exactly("ru") == "1\u00a0500,50\u00a0€"
    assert Money(-150_005, "EUR").exactly("en") == "−€1,500.05"
    assert Money(150_000, "EUR").exactly("en") == "€1,500"
    assert Money(1_500, "JPY").exactly("en") == Money(1_500, "JPY").say("en")
