"""What the benchmark says of the field's open solver beside ours."""

from pathlib import Path

import pytest

from benchmarks.assign import FOLDER, beside, has_peer
from benchmarks.table import Measure


def told(**values: float) -> list[Measure]:
    """Measures by their units, "_" for a space."""
    return [Measure("assign", "a case", value, unit.replace("_", " ")) for unit, value in values.items()]


def test_a_lower_fit_or_less_than_twenty_times_the_speed_misses_the_aim() -> None:
    ours = told(fit_in_all=100, s_of_processor=0.5)
    found = beside("a case", ours, told(fit_in_all=101, s_of_processor=5))
    assert [(each.value, each.holds) for each in found] == [(-1, False), (10, False)]
    found = beside("a case", ours, told(fit_in_all=100, s_of_processor=10))
    assert [(each.value, each.holds) for each in found] == [(0, True), (20, True)]


def test_what_was_not_done_in_time_tells_only_how_much_faster_at_least() -> None:
    [found] = beside("a case", told(fit_in_all=100, s_of_processor=5), [Measure("", "", 600, "s, not done")])
    assert (found.value, found.unit, found.holds) == (120, "times as fast, or more", True)


def test_what_gave_no_plan_is_not_measured_against() -> None:
    assert beside("a case", told(fit_in_all=100, s_of_processor=5), []) == []


def test_the_benchmark_says_that_and_why_it_is_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    assert not has_peer()
    assert f"left out: {FOLDER} names no folder" in capsys.readouterr().err
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert not has_peer()
    assert "does not hold its source" in capsys.readouterr().err
    (tmp_path / "matcher" / "solvers").mkdir(parents=True)
    (tmp_path / "matcher" / "solvers" / "minmax_solver.py").write_text("")
    assert has_peer()
