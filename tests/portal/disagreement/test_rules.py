"""How disagreements are found and ordered."""

from kinoqor.portal.disagreement.rules import disagreements


def test_disagreements_stand_by_property_then_by_card() -> None:
    cards = [
        (1, {"year": {"disputed": True}, "runtime": {}}),
        (2, {"runtime": {"disputed": True}, "year": {"disputed": True}}),
    ]
    assert disagreements(cards, ["title", "year", "runtime"]) == [(1, "year"), (2, "year"), (2, "runtime")]


def test_a_property_without_a_place_stands_last() -> None:
    cards = [(1, {"new": {"disputed": True}, "year": {"disputed": True}})]
    assert disagreements(cards, ["year"]) == [(1, "year"), (1, "new")]
