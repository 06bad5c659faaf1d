"""What is written of an estimate, and why it is refused."""

import pytest

from kinoqor.funding.estimate.actions import load_lines, save_chapter, save_plan, save_schedule
from kinoqor.funding.estimate.queries import holder, open_points, parts_of, seen, told
from kinoqor.funding.estimate.rules import item_kept
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests.funding.estimate.keeping import NUMBER, kept
from tests.funding.estimate.norms import NORMS, PLAN, SPANS, item
from tests.make import BY

pytestmark = pytest.mark.django_db
NOTHING = seen([])


def test_a_chapter_is_saved_beside_the_others_and_each_deed_raises_the_revision(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept(monkeypatch)
    save_chapter(NUMBER, "crew", [item()], NOTHING, by=BY)
    save_chapter(NUMBER, "overhead", [item(chapter="overhead")], NOTHING, by=BY)
    save_chapter(NUMBER, "crew", [item(5)], seen([item_kept(item())]), by=BY)
    items, _plan, _spans, revision = parts_of(holder(NUMBER))
    assert sorted((each.chapter, each.price) for each in items) == [("crew", 5), ("overhead", 100_00)]
    assert revision == 3
    assert Deed.objects.latest("pk").details == {"application": NUMBER, "chapter": "crew", "lines": 1}


def test_a_whole_estimate_is_told_with_its_sums_and_has_no_open_point(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept(monkeypatch)
    load_lines(NUMBER, [item()], NOTHING, by=BY)
    save_plan(NUMBER, PLAN, NOTHING, by=BY)
    save_schedule(NUMBER, SPANS, NOTHING, by=BY)
    name = holder(NUMBER)
    assert told(name, NORMS)["sums"] == {
        "net": 100_00, "tax": 12_00, "gross": 112_00, "due": 112_00, "asked": 70_00, "sources": 112_00,
    }  # fmt: skip
    assert open_points(name, NORMS, "en") == []
    assert told("application:8", NORMS) == {}


def test_a_saving_over_what_nobody_saw_is_refused_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept(monkeypatch)
    load_lines(NUMBER, [item()], NOTHING, by=BY)
    save_plan(NUMBER, PLAN, NOTHING, by=BY)
    save_schedule(NUMBER, SPANS, NOTHING, by=BY)
    for deed, given in ((load_lines, []), (save_plan, []), (save_schedule, [])):
        with pytest.raises(Refused, match="meanwhile"):
            deed(NUMBER, given, NOTHING, by=BY)
    with pytest.raises(Refused, match="meanwhile"):
        save_chapter(NUMBER, "crew", [], NOTHING, by=BY)
    assert parts_of(holder(NUMBER))[3] == 3


def test_more_lines_than_are_taken_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    kept(monkeypatch)
    many = [item()] * (NORMS.most_lines + 1)
    with pytest.raises(Refused, match="601 lines"):
        load_lines(NUMBER, many, NOTHING, by=BY)
    with pytest.raises(Refused, match="601 lines"):
        save_chapter(NUMBER, "crew", many, NOTHING, by=BY)


def test_what_the_application_refuses_is_refused_here_and_leaves_no_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept(monkeypatch, shut=True)
    with pytest.raises(Refused, match="shut"):
        load_lines(NUMBER, [item()], NOTHING, by=BY)
    assert parts_of(holder(NUMBER)) == ([], [], [], 0)
    assert not Deed.objects.filter(code="funding.estimate.loaded").exists()
