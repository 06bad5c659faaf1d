"""The line of steps: stops in their order and apart, today between them, words escaped."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.ui.drawing import Stop, steps
from kinoqor.ui.drawing.steps import DONE, PLANNED, step_line

DAY = date(2026, 3, 1)


def stop(days: int, name: str = "Scripts in") -> Stop:
    at = DAY + timedelta(days=days)
    return Stop(at, name, at.isoformat(), DONE if days < 50 else PLANNED)


def test_words_of_a_step_cannot_become_markup() -> None:
    drawn = step_line([stop(0, "<b>&"), stop(60)], DAY, "today", "said <i>", 960)
    assert "<b>&" not in drawn
    assert "&lt;b&gt;&amp;" in drawn
    assert "said &lt;i&gt;" in drawn


def test_today_stands_on_the_line_only_while_the_call_runs() -> None:
    line = [stop(0), stop(60)]
    assert "f-sary" in step_line(line, DAY + timedelta(days=5), "today", "", 960)
    assert "f-sary" not in step_line(line, DAY + timedelta(days=90), "today", "", 960)


def test_a_narrow_window_gets_the_list_instead() -> None:
    assert steps([stop(0), stop(60)], DAY, "today", "").narrow == ""


@given(st.lists(st.integers(0, 900), min_size=1, max_size=9))
def test_any_days_are_drawn_inside_the_line(days: list[int]) -> None:
    drawn = step_line([stop(each) for each in sorted(days)], DAY, "today", "", 960)
    places = [
        float(part.split('"')[1]) for part in drawn.split("<circle")[1:] for part in [part.split("cx=")[1]]
    ]
    assert places == sorted(places)
    assert min(places) >= 0
    assert max(places) <= 960
