"""A table of states answers for itself: what is possible, where it leads, and whether it contradicts itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.flow import Flow, faults, reached, step
from kinoqor.kit.verdict import Refused

DRAFT, FILED, REFUSED, ADMITTED = "draft", "filed", "refused", "admitted"
NAMES = {DRAFT: "In work", FILED: "Waits", REFUSED: "Refused", ADMITTED: "Admitted"}
STEPS = (
    step("file", DRAFT, FILED, "File it"),
    step("refuse", FILED, REFUSED, "Refuse it"),
    step("admit", FILED, ADMITTED, "Admit it"),
    step("withdraw", (DRAFT, FILED), REFUSED, "Withdraw it"),
)
SAMPLE = Flow("tests.sample", DRAFT, STEPS, NAMES, {**NAMES, FILED: "With the fund"})


def test_a_deed_leads_to_the_state_of_its_line() -> None:
    assert SAMPLE.after("file", DRAFT) == FILED
    assert SAMPLE.after("withdraw", FILED) == REFUSED


def test_an_impossible_deed_is_refused_with_the_state_and_with_what_is_possible() -> None:
    verdict = SAMPLE.may("file", FILED)
    assert not verdict and "Waits" in str(verdict.reason)
    assert str(verdict.way) == "What is possible: Refuse it, Admit it, Withdraw it."
    with pytest.raises(Refused, match="Waits"):
        SAMPLE.after("file", FILED)


def test_at_an_end_nothing_is_possible_and_no_way_is_named() -> None:
    assert SAMPLE.ends == {REFUSED, ADMITTED}
    assert SAMPLE.may("file", REFUSED).way == ""


def test_officer_and_applicant_call_a_state_by_names_of_their_own() -> None:
    assert (SAMPLE.called(FILED), SAMPLE.called(FILED, officer=False)) == ("Waits", "With the fund")


def test_the_drawing_holds_every_line_of_the_table() -> None:
    drawn = SAMPLE.drawn().splitlines()
    assert drawn[:2] == ["stateDiagram-v2", "    [*] --> draft"]
    assert "    filed --> refused: withdraw" in drawn and "    admitted --> [*]" in drawn
    assert len(drawn) == 2 + 5 + 2


@pytest.mark.parametrize(
    ("steps", "names", "fault"),
    [
        ((step("go", "a", "b"), step("go", "a", "c")), "abc", "“go” leads two ways out of “a”"),
        ((step("go", "a", "b"),), "a", "“b” has no name"),
        ((step("go", "a", "b"), step("come", "c", "b")), "abc", "Nothing leads to “c”"),
        ((step("go", "a", "b"), step("back", "b", "a")), "ab", "no end can be reached"),
    ],
)  # fmt: skip
def test_a_table_that_contradicts_itself_is_not_a_flow(
    steps: tuple[object, ...], names: str, fault: str
) -> None:
    called = dict.fromkeys(names, "?")
    with pytest.raises(ValueError, match=fault):
        Flow("tests.broken", "a", steps, called, called)  # type: ignore[arg-type]


@st.composite
def sound(draw: st.DrawFn) -> Flow:
    """A table whose states are numbered and whose deeds lead upwards, so that it always ends."""
    last = draw(st.integers(1, 6))
    steps = [step(f"d{i}", f"s{draw(st.integers(0, i))}", f"s{i + 1}") for i in range(last)]
    for number in range(draw(st.integers(0, 5))):
        low = draw(st.integers(0, last - 1))
        steps.append(step(f"x{number}", f"s{low}", f"s{draw(st.integers(low + 1, last))}"))
    names = {f"s{i}": f"State {i}" for i in range(last + 1)}
    return Flow("tests.made", "s0", tuple(steps), names, names)


@given(sound(), st.data())
def test_whoever_walks_only_by_what_is_possible_stays_in_the_table_and_comes_to_an_end(
    flow: Flow, data: st.DataObject
) -> None:
    state, walked = flow.start, 0
    while flow.possible(state):
        chosen = data.draw(st.sampled_from([each.deed for each in flow.possible(state)]))
        assert flow.may(chosen, state)
        state, walked = flow.after(chosen, state), walked + 1
        assert state in flow.states and walked <= len(flow.states)
    assert state in flow.ends


@given(sound(), st.text(max_size=8))
def test_a_deed_is_possible_exactly_where_a_line_says_so(flow: Flow, deed: str) -> None:
    for state in flow.states:
        assert bool(flow.may(deed, state)) == any(deed == each.deed for each in flow.possible(state))


@given(sound())
def test_everything_in_a_sound_table_is_reached_from_its_start(flow: Flow) -> None:
    assert reached(flow, flow.start) == set(flow.states)
    assert faults(flow) == []
