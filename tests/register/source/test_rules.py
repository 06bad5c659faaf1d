"""How an address is known for what it is."""

import pytest

from kinoqor.register.source.rules import HostRule, describe, house_of

RULES = [
    HostRule("example.kz", "official", "The law"),
    HostRule("press.example.kz", "press", "Its newspaper"),
    HostRule("example.kz/archive", "archive"),
    HostRule("repo:", "datafile", "A data file", reliability=1),
]


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("https://www.example.kz/a?b=c", "example.kz"),
        ("http://m.Example.KZ:80/", "example.kz"),
        ("essay:000", "essay"),
        ("memory:unverified", "memory"),
        ("not an address", "not an address"),
    ],
)
def test_the_house_is_the_independent_voice_behind_an_address(address: str, house: str) -> None:
    assert house_of(address) == house


@pytest.mark.parametrize(
    ("address", "kind", "weight"),
    [
        ("https://www.example.kz/law/1", "official", 5),
        ("https://sub.example.kz/", "official", 5),
        ("https://press.example.kz/", "press", 3),
        ("http://example.kz/archive/7", "archive", 4),
        ("repo:someone/films:list.csv@abc", "datafile", 1),
        ("https://notexample.kz/", "press", 3),
    ],
)
def test_the_longest_rule_that_fits_describes_an_address_and_press_is_the_rest(
    address: str, kind: str, weight: int
) -> None:
    said = describe(address, RULES)
    assert (said.kind, said.reliability) == (kind, weight)
