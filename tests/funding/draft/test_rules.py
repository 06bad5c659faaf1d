"""The law of a draft's lists: found, put, moved, taken out, and when somebody else was there first. No database."""

import pytest

from kinoqor.funding.draft import rules
from kinoqor.funding.draft.words import CHECKS, CRITERIA, PAPERS

DOCUMENT = {
    "clauses": {"law": {"kk": "заң", "ru": "закон", "en": "the law"}},
    "stages": [
        {"code": "script", "papers": [{"code": "script"}, {"code": "plan"}, {"code": "contract"}]},
        {"code": "package", "papers": [{"code": "script", "most": 2}]},
    ],
    "criteria": [{"code": "plot"}, {"code": "themes"}],
}


def keys(document: dict[str, object], name: str = PAPERS) -> list[str]:
    return [key for key, _stage, _entry in rules.entries(document, name)]


def test_a_paper_is_found_in_its_stage_and_other_entries_by_their_code() -> None:
    assert rules.entry(DOCUMENT, PAPERS, "package.script") == {"code": "script", "most": 2}
    assert rules.entry(DOCUMENT, CRITERIA, "plot") == {"code": "plot"}
    assert rules.entry(DOCUMENT, CHECKS, "plot") is None


def test_an_entry_is_put_in_its_place_and_a_new_one_at_the_end() -> None:
    changed = rules.put(DOCUMENT, CRITERIA, "plot", "", {"code": "plot", "weight": 5})
    assert changed["criteria"] == [{"code": "plot", "weight": 5}, {"code": "themes"}]
    assert keys(rules.put(changed, CHECKS, "", "", {"code": "in-time"}), CHECKS) == ["in-time"]
    assert DOCUMENT["criteria"] == [{"code": "plot"}, {"code": "themes"}]


def test_a_paper_that_changes_its_stage_goes_to_the_end_of_the_other_one() -> None:
    changed = rules.put(DOCUMENT, PAPERS, "script.plan", "package", {"code": "plan"})
    assert keys(changed) == ["script.script", "script.contract", "package.script", "package.plan"]


@pytest.mark.parametrize(
    ("key", "by", "order"),
    [
        ("script.plan", -1, ["plan", "script", "contract"]),
        ("script.plan", 1, ["script", "contract", "plan"]),
        ("script.script", -1, ["script", "plan", "contract"]),
        ("script.contract", 1, ["script", "plan", "contract"]),
    ],
)
def test_an_entry_moves_within_its_list_and_stays_at_an_end(key: str, by: int, order: list[str]) -> None:
    moved = rules.moved(DOCUMENT, PAPERS, key, by)
    assert [each["code"] for each in moved["stages"][0]["papers"]] == order
    assert [each["code"] for each in moved["stages"][1]["papers"]] == ["script"]


def test_what_is_taken_out_is_gone_and_an_empty_list_is_not_written() -> None:
    once = rules.without(DOCUMENT, CRITERIA, "plot")
    assert keys(once, CRITERIA) == ["themes"]
    assert "criteria" not in rules.without(once, CRITERIA, "themes")


def test_who_saves_second_is_told_but_a_change_elsewhere_is_nothing_to_them() -> None:
    mine = rules.seen({"code": "plot"})
    elsewhere = rules.put(DOCUMENT, CRITERIA, "themes", "", {"code": "themes", "weight": 9})
    assert rules.unchanged(elsewhere, CRITERIA, "plot", mine)
    changed = rules.put(DOCUMENT, CRITERIA, "plot", "", {"code": "plot", "weight": 5})
    verdict = rules.unchanged(changed, CRITERIA, "plot", mine)
    assert not verdict
    assert "Somebody has changed this" in str(verdict.reason)
    assert "save once more" in str(verdict.way)
    gone = rules.unchanged(rules.without(DOCUMENT, CRITERIA, "plot"), CRITERIA, "plot", mine)
    assert "taken this out" in str(gone.reason)


def test_a_code_stands_once_in_a_list_and_a_paper_once_in_its_stage() -> None:
    assert not rules.free(DOCUMENT, CRITERIA, "themes", "plot")
    assert rules.free(DOCUMENT, CRITERIA, "plot", "plot")
    assert rules.free(DOCUMENT, PAPERS, "package.plan", "")
    assert not rules.free(DOCUMENT, PAPERS, "script.plan", "")


def test_an_entry_that_is_gone_is_neither_moved_nor_taken_out_again() -> None:
    assert rules.is_there(DOCUMENT, CRITERIA, "plot")
    assert not rules.is_there(DOCUMENT, CRITERIA, "nothing")


def test_a_clause_is_named_once() -> None:
    new = {"kk": "2-бап", "ru": "статья 2", "en": "art. 2"}
    changed, name = rules.clause_named(DOCUMENT, new)
    assert (name, changed["clauses"][name]) == ("clause-1", new)
    assert rules.clause_named(changed, new) == (changed, "clause-1")
    assert rules.clause_named(changed, {"kk": "заң", "ru": "закон", "en": "the law"})[1] == "law"


def test_a_fault_of_the_reading_is_led_to_its_field() -> None:
    place = rules.place_of(DOCUMENT, PAPERS, "script.plan")
    assert place == "stages.1.papers.2"
    assert rules.place_of(DOCUMENT, CRITERIA, "themes") == "criteria.2"
    assert rules.at_field(f"“{place}.name” is missing.", place, ("code", "name")) == "name"
    assert rules.at_field(f"“{place}” says too much.", place, ("code", "name")) == ""
