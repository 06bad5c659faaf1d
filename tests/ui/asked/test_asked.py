"""A form of questions on the page: every question with its label, hint and fault, and a way that needs no script."""

import re
from typing import Any

import pytest
from django.template import engines
from django.utils.translation import override

from kinoqor.kit.question import Form, filled, read
from tests.kit.question.papers import BIN, choices, document, film, group, question, sent, texts


def page(form: Form, values: Any, faults: Any = None, only: str = "") -> str:
    template = engines["django"].from_string(
        "{% load asked %}{% asked_errors form faults %}{% asked form values faults only=only %}"
    )
    return str(template.render({"form": form, "values": values, "faults": faults or {}, "only": only}))


def one(kind: str, value: Any = None, **more: Any) -> str:
    form = read(document(group("g", question("a", kind, **more)), numbers={"bin": BIN}))
    return page(form, {"a": value} if value is not None else {})


def test_every_group_is_a_field_set_and_every_question_has_its_label() -> None:
    html = page(film(), {})
    assert html.count('<fieldset class="asked"') == 2
    for place in ("title", "minutes", "crew.1.name"):
        assert f'<label for="{place}">' in html
        assert f'id="{place}"' in html


def test_a_page_shows_only_the_groups_it_is_asked_for() -> None:
    html = page(film(), {}, only="crew")
    assert 'id="crew.1.name"' in html
    assert 'id="title"' not in html


def test_a_fault_stands_at_its_question_and_in_the_sum_with_a_link() -> None:
    values, faults = filled(film(), sent(minutes="many"))
    html = page(film(), values, faults)
    assert '<a href="#minutes">Minutes: “many” is not a number' in html
    assert 'aria-invalid="true"' in html
    assert 'id="minutes-error"' in html
    assert 'value="many"' in html


def test_enter_presses_no_button_that_adds_or_removes_a_row() -> None:
    html = page(film(), {})
    first = re.search(r"<button[^>]*>", html)
    assert first is not None
    assert "_row" not in first.group()


def test_rows_can_be_added_until_they_are_full_and_each_can_be_removed() -> None:
    html = page(film(), {"crew": [{"name": "A"}, {"name": "B"}]})
    assert 'value="crew.add"' in html
    assert 'value="crew.2.remove"' in html
    full = page(film(), {"crew": [{"name": "A"}] * 3})
    assert 'value="crew.add"' not in full
    assert "All 3 rows are taken." in full


def test_what_hangs_on_an_answer_of_the_same_page_is_shown_with_its_condition_in_words() -> None:
    html = page(film(), {})
    assert "Only if: Kind: Documentary" in html
    assert "data-when=" in html


def test_a_number_stands_in_the_manner_of_the_language_and_is_read_back() -> None:
    form = read(document(group("g", question("a", "money", currency="EUR"))))
    for lang, text in (
        ("en", "1\u00a0234\u00a0567.5"),
        ("ru", "1\u00a0234\u00a0567,5"),
        ("kk", "1\u00a0234\u00a0567,5"),
    ):
        with override(lang):
            assert f'value="{text}"' in page(form, {"a": 123456750})
            assert filled(form, sent(a=text)).values == {"a": 123456750}


def test_english_commas_are_read_as_they_are_meant() -> None:
    form = read(document(group("g", question("a", "money", currency="EUR"))))
    assert filled(form, sent(a="45,535,714.50")).values == {"a": 4553571450}
    assert filled(form, sent(a="45,535")).values == {"a": 4553500}
    assert filled(form, sent(a="45,5")).values == {"a": 4550}


def test_a_country_is_chosen_by_its_name_and_in_rows_written_with_suggestions() -> None:
    html = one("country", "KG", countries=["TR"])
    assert html.index('value="TR"') < html.index('value="AF"')
    assert '<option value="KG" selected>' in html
    rows = page(film(), {"crew": [{"country": "KG"}]})
    assert 'list="asked-country" value="Kyrgyzstan"' in rows
    assert rows.count("<datalist") == 1
    for name in ("Kyrgyzstan", "Қырғызстан", "Киргизия", "kg"):
        values = filled(film(), sent(crew__1__country=name), only={"crew"}).values
        assert values["crew"] == [{"country": "KG"}]


@pytest.mark.parametrize(
    ("kind", "more", "control"),
    [
        ("text", {"words": 9}, "<textarea"), ("date", {}, 'type="date"'), ("yes-no", {}, 'type="radio"'),
        ("choice", {"choices": choices("a", "b")}, 'type="radio"'),
        ("choice", {"choices": choices(*"abcdefghij")}, "<select"),
        ("several", {"choices": choices("a", "b")}, 'type="checkbox"'), ("e-mail", {}, 'type="email"'),
        ("company-number", {"rule": "bin"}, 'inputmode="numeric"'), ("language", {}, "<select"),
    ],
)  # fmt: skip
def test_every_kind_of_question_has_its_control(kind: str, more: dict[str, Any], control: str) -> None:
    assert control in one(kind, **more)


def test_nothing_that_was_typed_is_markup() -> None:
    evil = '"><script>alert(1)</script>'
    html = one("line", evil) + one("text", evil) + one("choice", evil, choices=choices("a", "b"))
    html += page(film(), {"crew": [{"country": evil}]}, {"title": evil})
    assert "<script>" not in html


def test_answers_are_told_in_words_and_what_was_not_answered_is_said() -> None:
    form = read(
        document(
            group(
                "g", question("a", "money", currency="EUR"), question("b", "date"), question("c", "yes-no"),
                question("d", "choice", choices=choices("x", "y")), question("e", "address"), question("f"),
            ),
            lead=texts("Lead"),
        )
    )  # fmt: skip
    values = {"a": 123456700, "b": "2028-06-30", "c": True, "d": "x", "e": "https://example.org"}
    template = engines["django"].from_string("{% load asked %}{% asked_answers form values %}")
    html = str(template.render({"form": form, "values": values}))
    for words in ("€1,234,567", "30 June 2028", "yes", "X", 'href="https://example.org"', "not answered"):
        assert words in html


def test_a_long_text_that_was_not_answered_is_said_and_a_year_has_no_gap() -> None:
    year, many = question("y", "number", least=1930, most=2100), question("n", "number", least=0, most=9000)
    form = read(document(group("g", question("t", "text"), year, many), lead=texts("Lead")))
    template = engines["django"].from_string("{% load asked %}{% asked_answers form values %}")
    html = str(template.render({"form": form, "values": {"y": 2023, "n": 2023}}))
    assert "not answered" in html
    assert ">2023<" in html and re.search(r">2\s023<", html)
