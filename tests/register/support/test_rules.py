"""How far a project can be followed, and which sums may be added."""

from kinoqor.register.support.rules import stage_of, sums_by_meaning
from kinoqor.register.support.words import Stage


def amount(value: str, meaning: str = "") -> dict[str, object]:
    """The facts of a decision with this sum."""
    return {"amount": {"voices": [{"value": value, "notes": [meaning] if meaning else []}]}}


def test_a_project_is_followed_to_its_film_else_to_reports_else_nowhere() -> None:
    assert stage_of({"work": {}, "outcome": {}}) == Stage.FILM
    assert stage_of({"outcome": {}}) == Stage.SAID
    assert stage_of({"title": {}}) == Stage.NOTHING


def test_only_sums_of_one_meaning_are_added() -> None:
    told = [
        ("s1", amount("100", "grant")),
        ("s2", amount("30", "claimed back")),
        ("s3", amount("50", "grant")),
    ]
    found = sums_by_meaning(told, "EUR")
    assert [(each.meaning, each.total, each.refs) for each in found] == [
        ("grant", 150, ["s1", "s3"]),
        ("claimed back", 30, ["s2"]),
    ]


def test_a_sum_that_is_only_words_is_not_added() -> None:
    assert sums_by_meaning([("s1", amount("about a million")), ("s2", {})], "EUR") == []
