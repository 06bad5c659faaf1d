"""What is sent is read by its kind; what is wrong stays as it was typed."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.question import asked_values, cells, filled, open_points, read, row_button
from tests.kit.question.papers import BIN, CREW, choices, document, film, group, question, sent, texts


def answer(kind: str, typed: Any, **more: Any) -> tuple[Any, str]:
    """What is kept of one typed answer, and what is wrong with it."""
    form = read(document(group("g", question("a", kind, **more)), numbers={"bin": BIN}))
    values, faults = filled(form, sent(a=typed))
    return values.get("a"), faults.get("a", "")


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "more"),
    [
        ("line", "  Ақ\u200b  бұлақ ", "Ақ бұлақ", {}),
        ("text", "one\r\n\r\n\r\n\r\ntwo", "one\n\ntwo", {}),
        ("number", "1 200", 1200, {}),
        ("number", "12,5", "12.5", {"decimals": 1}),
        ("percent", "33.33", "33.33", {}),
        ("money", "45 535 714,50", 4553571450, {"currency": "EUR"}),
        ("date", "30.06.2028", "2028-06-30", {}),
        ("yes-no", "yes", True, {}),
        ("country", "KG", "KG", {}),
        ("language", "tr", "tr", {}),
        ("company-number", "100140-010000", "100140010000", {"rule": "bin"}),
        ("bank", "de89 3704 0044 0532 0130 00", "DE89370400440532013000", {}),
        ("e-mail", "someone@example.org", "someone@example.org", {}),
        ("phone", "+7 (700) 000-00-00", "+7 (700) 000-00-00", {}),
        ("address", "example.org/film", "https://example.org/film", {}),
        ("reference", "p012", "p012", {"of": "p"}),
        ("several", ["a", "b", "a"], ["a", "b"], {"choices": choices("a", "b")}),
    ],
)
def test_a_good_answer_is_kept_in_one_form(kind: str, typed: Any, kept: Any, more: dict[str, Any]) -> None:
    assert answer(kind, typed, **more) == (kept, "")


@pytest.mark.parametrize(
    ("kind", "typed", "sentence", "more"),
    [
        ("line", "x" * 21, "At most 20 signs", {"most": 20}),
        ("line", "x", "At least 3 signs", {"least": 3}),
        ("text", "a b c d", "At most 3 words", {"words": 3}),
        ("number", "many", "is not a number", {}),
        ("number", "1.5", "is not a number", {}),
        ("number", "601", "must not be more than 600", {"most": 600}),
        ("number", "NaN", "is not a number", {}),
        ("percent", "101", "must not be more than 100", {}),
        ("money", "-5", "must not be less than 0", {"currency": "EUR"}),
        ("money", "1.005", "is not a number", {"currency": "EUR"}),
        ("date", "31.02.2028", "not a day", {}),
        ("date", "2020-01-01", "must not be before", {"first": "2024-01-01"}),
        ("yes-no", "perhaps", "choose yes or no", {}),
        ("choice", "c", "not one of the answers", {"choices": choices("a", "b")}),
        ("several", ["a", "c"], "not one of the answers", {"choices": choices("a", "b")}),
        ("several", ["a", "b"], "at most 1", {"choices": choices("a", "b"), "most": 1}),
        ("country", "XX", "choose a country", {}),
        ("company-number", "100140010001", "last digit", {"rule": "bin"}),
        ("company-number", "12345", "has 12 digits", {"rule": "bin"}),
        ("bank", "DE89370400440532013001", "IBAN", {}),
        ("bank", "DE89370400440532013000", "kept by a bank in: KG", {"countries": ["KG"]}),
        ("e-mail", "nobody@", "not an e-mail", {}),
        ("phone", "call me", "not a telephone", {}),
        ("address", "javascript://x.y/%0a", "not a web address", {}),
        ("reference", "o012", "such as p012", {"of": "p"}),
    ],
)
def test_a_wrong_answer_stays_as_it_was_typed_and_says_why(
    kind: str, typed: Any, sentence: str, more: dict[str, Any]
) -> None:
    kept, fault = answer(kind, typed, **more)
    assert sentence in fault
    assert kept is not None


def test_a_wrong_answer_that_was_kept_is_an_open_point() -> None:
    values, _faults = filled(film(), sent(title="Aq", kind="feature", minutes="many", crew__1__name="N"))
    assert [point.place for point in open_points(film(), values)] == ["minutes"]
    assert [cell.place for cell in cells(film(), values)] == ["title", "kind", "crew.1.name"]


def test_what_is_missing_is_an_open_point_and_no_fault() -> None:
    values, faults = filled(film(), sent())
    assert faults == {}
    assert [point.place for point in open_points(film(), values)] == ["title", "kind", "crew"]


def test_a_question_that_is_not_asked_is_no_open_point_and_is_not_filed() -> None:
    values, _faults = filled(film(), sent(title="A", kind="feature", plan="my plan", crew__1__name="N"))
    assert values["plan"] == "my plan"
    assert open_points(film(), values) == []
    assert "plan" not in asked_values(film(), values)
    values["kind"] = "documentary"
    assert asked_values(film(), values)["plan"] == "my plan"
    del values["plan"]
    assert [point.place for point in open_points(film(), values)] == ["plan"]


def test_a_condition_in_a_row_looks_at_the_answers_of_the_row() -> None:
    crew = {"crew__1__name": "A", "crew__1__country": "KG", "crew__2__name": "B", "crew__2__country": "TR"}
    values, _faults = filled(film(), sent(title="A", kind="feature", **crew))
    assert [point.place for point in open_points(film(), values)] == ["crew.2.permit"]
    assert open_points(film(), values)[0].label == "Member 2: Permit"


def test_a_page_with_one_group_leaves_the_others_as_they_were() -> None:
    before = {"title": "A", "kind": "documentary", "crew": [{"name": "N"}]}
    values, _faults = filled(film(), sent(title="B", kind="documentary"), before, only={"film"})
    assert values == {**before, "title": "B"}
    values, _faults = filled(film(), sent(crew__1__name="M"), before, only={"crew"})
    assert values == {**before, "crew": [{"name": "M"}]}


def test_a_row_is_added_and_removed_by_buttons() -> None:
    one = sent(crew__1__name="A", crew__2__name="B", _row="crew.add")
    values, _faults = filled(film(), one, only={"crew"})
    assert values["crew"] == [{"name": "A"}, {"name": "B"}, {}]
    assert row_button(film(), one) == "crew"
    one = sent(crew__1__name="A", crew__2__name="B", _row="crew.1.remove")
    assert filled(film(), one, only={"crew"}).values["crew"] == [{"name": "B"}]
    assert row_button(film(), sent(_row="film.add")) == ""
    assert row_button(film(), sent(_row="../etc")) == ""


def test_no_more_rows_are_kept_than_are_allowed() -> None:
    many = {f"crew__{n}__name": f"N{n}" for n in range(1, 500)}
    values, faults = filled(film(), sent(**many, _row="crew.add"), only={"crew"})
    assert len(values["crew"]) == 3
    assert "At most 3 rows" in faults["crew"]


def test_cells_are_typed() -> None:
    values = {"title": "A", "kind": "feature", "minutes": 90, "crew": [{"name": "N", "country": "KG"}]}
    found = {cell.place: cell for cell in cells(film(), values)}
    assert found["minutes"].number == Decimal(90)
    assert found["crew.1.name"].question == "crew.name"
    assert found["crew.1.name"].row == 1


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("title", "kind", "plan", "minutes", "crew"), junk)))
def test_whatever_stands_in_a_kept_document_is_answered(values: dict[str, Any]) -> None:
    open_points(film(), values)
    list(cells(film(), values))
    assert open_points(film(), asked_values(film(), values)) is not None


@given(
    st.dictionaries(
        st.from_regex(r"crew\.\d{1,4}\.(name|country)|title|minutes|_row", fullmatch=True), st.text()
    )
)
def test_whatever_is_sent_is_answered_and_reading_what_was_kept_changes_nothing(
    typed: dict[str, str],
) -> None:
    values, _faults = filled(film(), sent(**{name: [text] for name, text in typed.items()}))
    assert set(values) <= {"title", "minutes", "crew"}
    assert len(values["crew"]) <= 3


def test_a_group_in_rows_that_hangs_on_an_answer_is_not_asked_without_it() -> None:
    hung = {**CREW, "when": [{"question": "joint", "is": True}]}
    form = read(document(group("film", question("joint", "yes-no"), name=texts("Film")), hung))
    assert open_points(form, {"joint": False}) == []
    assert [point.place for point in open_points(form, {"joint": True})] == ["crew"]


def test_a_question_whose_list_is_empty_is_not_asked() -> None:
    form = read(document(group("film", question("theme", "several", list="themes", required=True))))
    assert open_points(form, {}) == []
    given = film().question("kind").choices  # type: ignore[union-attr]
    assert [point.place for point in open_points(form.with_lists({"themes": given}), {})] == ["theme"]
