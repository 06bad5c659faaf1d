"""What a row comes to, and what may be done with a load when."""

import pytest

from kinoqor.keeping.load import rules
from kinoqor.keeping.load.rules import choices, judge
from kinoqor.keeping.load.words import (
    LEAVE,
    NEW,
    WORKING,
    Candidate,
    Earlier,
    Ground,
    Judged,
    Known,
    Piece,
    Reason,
    Said,
    State,
    Why,
)  # fmt: skip
from kinoqor.kit.fold import skeleton
from kinoqor.register.claim.words import Rank
from kinoqor.register.intake.words import Outcome
from kinoqor.register.subject.words import Kind

GROUND = Ground(Kind.WORK, "load:1", own=frozenset({"f977"}))
SOURCE = "https://archive.example/1"
TITLE = "Сынақ даласы"


def row(number: int = 2, ref: str = "", year: str = "1970", title: str = TITLE, **more: str) -> Said:
    """A row with a title and a year, and what else is said."""
    pieces = [Piece(0, "title", title, "kk", "Cyrl")] if title else []
    pieces += [
        Piece(at, prop, value) for at, (prop, value) in enumerate({"year": year, **more}.items(), 1) if value
    ]
    return Said(number, ref, (SOURCE,), "", pieces)


def known(made: int | None = 1970, **stands: str) -> Known:
    """A register with f901, called as the row, in which these values stand; and p901, called Сынақ Үлгіұлы."""
    found = Known({"f901": (1, Kind.WORK), "p901": (2, Kind.PERSON), "f977": (3, Kind.WORK)})
    found.alike = {skeleton(TITLE): [Candidate(1, "f901", made)]}
    found.named = {(Kind.PERSON, "sinak ulgiuli"): ["p901"], (Kind.PERSON, "test"): ["p902", "p903"]}
    found.stands = {(1, prop): {value} for prop, value in stands.items()}
    return found


def judged(said: Said, of: Known | None = None, decided: str = "", earlier: Earlier | None = None) -> Judged:
    return judge(said, of or known(), earlier or Earlier(), GROUND, decided)


def why(found: Judged) -> list[str]:
    return [reason.why for reason in found.reasons]


def test_a_row_of_which_nobody_has_heard_is_new() -> None:
    found = judged(row(title="Other"))
    assert (found.outcome, found.about, len(found.entries)) == (Outcome.NEW, "", 2)


def test_a_row_with_a_number_says_more_of_that_record() -> None:
    assert (judged(row(ref="f901")).outcome, judged(row(ref="f901")).about) == (Outcome.CHANGED, "f901")


def test_a_row_that_is_called_like_a_record_of_the_same_time_is_doubtful() -> None:
    for year in ("1970", "1971", ""):
        found = judged(row(year=year))
        assert (found.outcome, found.reasons) == (Outcome.DOUBTFUL, [Reason(Why.ALIKE, of=("f901",))])


def test_a_row_that_is_called_alike_but_of_another_time_is_new() -> None:
    assert judged(row(year="1990")).outcome == Outcome.NEW


def test_a_second_row_called_alike_is_doubtful() -> None:
    earlier = Earlier()
    judged(row(2, title="Other"), earlier=earlier)
    found = judged(row(3, title="Other"), earlier=earlier)
    assert (found.outcome, found.reasons) == (Outcome.DOUBTFUL, [Reason(Why.ROW_ALIKE, of=("2",))])


def test_a_row_that_contradicts_what_stands_is_doubtful() -> None:
    found = judged(row(ref="f901", runtime="90"), known(year="1961", runtime="90"))
    assert (found.outcome, found.reasons) == (Outcome.DOUBTFUL, [Reason(Why.OTHERWISE, 1, ("1961",))])


def test_a_date_told_more_exactly_contradicts_nothing() -> None:
    assert judged(row(ref="f901", year="1970-10-08"), known(year="1970")).outcome == Outcome.CHANGED
    assert judged(row(ref="f901", year="1970"), known(year="1970-10-08")).outcome == Outcome.CHANGED


def test_several_titles_contradict_nothing() -> None:
    assert judged(row(ref="f901", year=""), known(title="Another")).outcome == Outcome.CHANGED


def test_two_rows_that_contradict_one_another_about_a_record_are_told() -> None:
    earlier = Earlier()
    judged(row(2, ref="f901", year="1970"), earlier=earlier)
    found = judged(row(3, ref="f901", year="1980"), earlier=earlier)
    assert found.reasons == [Reason(Why.ROW_OTHERWISE, 1, ("2", "1970"))]


def test_what_looks_like_html_is_doubtful_and_kept_as_text_once_decided() -> None:
    assert why(judged(row(title="<b>Other</b>"))) == [Why.MARKUP]
    assert judged(row(title="A < B > C")).outcome == Outcome.NEW
    assert judged(row(title="<b>Other</b>"), decided=NEW).entries[0].value == "<b>Other</b>"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (row(ref="f999"), Why.UNKNOWN),
        (row(ref="p901"), Why.OTHER_KIND),
        (row(ref="f977"), Why.OWN),
        (row(credit="p999"), Why.NOBODY),
        (row(credit="f901"), Why.NOBODY),
        (row(credit="Nobody at all"), Why.NOBODY),
        (row(credit="Test"), Why.SEVERAL),
        (Said(2, against=[Reason(Why.NO_NAME)]), Why.NO_NAME),
    ],
)
def test_a_row_that_names_what_is_not_there_is_refused(said: Said, reason: Why) -> None:
    found = judged(said)
    assert (found.outcome, why(found), found.entries) == (Outcome.REFUSED, [reason], [])


def test_nobody_loads_their_own_record_by_calling_it_by_name() -> None:
    found = known()
    found.alike = {skeleton(TITLE): [Candidate(3, "f977", 1970)]}
    found.names = {3: {(TITLE, "kk")}}
    assert why(judged(row(), found)) == [Why.OWN]


def test_a_name_that_one_person_bears_is_that_person() -> None:
    entries = judged(row(title="Other", credit="Сынақ Үлгіұлы")).entries
    assert [(entry.value, entry.target) for entry in entries if entry.prop == "credit"] == [("p901", "p901")]


def test_what_the_sender_says_already_is_unchanged() -> None:
    of, said = known(), row(ref="f901")
    of.marks = {1: {entry.mark(Rank.NORMAL, "load:1") for entry in judged(said).entries}}
    assert judged(said, of).outcome == Outcome.SAME
    assert judged(row(), of).outcome == Outcome.SAME
    assert (judged(row(runtime="90"), of).outcome, why(judged(row(runtime="90"), of))) == (
        Outcome.DOUBTFUL, [Why.ALIKE],
    )  # fmt: skip


def test_a_record_that_the_sender_calls_just_so_is_that_record() -> None:
    of = known()
    of.names = {1: {(TITLE, "kk")}}
    found = judged(row(runtime="90"), of)
    assert (found.outcome, found.about) == (Outcome.CHANGED, "f901")


@pytest.mark.parametrize(
    ("decided", "outcome", "about"),
    [
        ("f901", Outcome.CHANGED, "f901"),
        (NEW, Outcome.NEW, ""),
        ("row:7", Outcome.CHANGED, "row:7"),
        (LEAVE, Outcome.DOUBTFUL, ""),
    ],
)
def test_a_decision_goes_before_the_doubts(decided: str, outcome: str, about: str) -> None:
    found = judged(row(year="1971"), known(year="1961"), decided)
    assert (found.outcome, found.about) == (outcome, about)


def test_a_decision_does_not_make_a_bad_row_good() -> None:
    assert judged(row(credit="Nobody at all"), decided=NEW).outcome == Outcome.REFUSED


def test_only_what_fits_the_doubt_can_be_decided() -> None:
    assert choices("", [Reason(Why.ALIKE, of=("f901", "f902"))]) == ["f901", "f902", NEW, LEAVE]
    assert choices("", [Reason(Why.ROW_ALIKE, of=("2",))]) == ["row:2", NEW, LEAVE]
    assert choices("f901", [Reason(Why.OTHERWISE, 1)]) == ["f901", LEAVE]
    assert choices("", [Reason(Why.MARKUP, 1)]) == [NEW, LEAVE]


def test_each_step_is_possible_only_when_its_time_has_come() -> None:
    def when(rule: object) -> set[str]:
        return {state for state in State.values if rule(state)}  # type: ignore[operator]

    assert when(rules.may_be_mapped) == {State.OPEN, State.CHECKING, State.CHECKED}
    assert when(rules.may_be_decided) == {State.CHECKED}
    assert when(lambda state: rules.may_be_loaded(state, 1)) == {State.CHECKED}
    assert when(lambda state: rules.may_be_withdrawn(state, "why")) == {State.LOADED}
    assert when(rules.may_be_dropped) == {State.OPEN, State.CHECKED}
    assert when(rules.may_be_begun_again) == set(WORKING)
    assert not rules.may_be_loaded(State.CHECKED, 0)
    assert not rules.may_be_withdrawn(State.LOADED, " ")
