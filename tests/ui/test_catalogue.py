"""The catalogues: what is collected, kept, found wanting and compiled."""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from kinoqor.ui.catalogue import all_faults, collect, compile_file, file_of, merged, read, text_of, texts

PAGE = """{% load i18n %}
  <h1>{% trans "Films" %}</h1>
    {% blocktrans trimmed with who=name %}
      Claimed by <b>{{ who }}</b>.
    {% endblocktrans %}
{% blocktrans count number=n %}{{ number }} film{% plural %}{{ number }} films{% endblocktrans %}
"""
CODE = """from django.utils.translation import pgettext
def shown(): return pgettext("a month", "May")
"""
RUSSIAN = {
    "Films": "Фильмы",
    "Claimed by <b>%(who)s</b>.": "Заявлено: <b>%(who)s</b>.",
    "May": "Май",
    "%(number)s film": ("%(number)s фильм", "%(number)s фильма", "%(number)s фильмов"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    house = tmp_path / "house"
    (house / "room").mkdir(parents=True)
    (house / "room" / "page.html").write_text(PAGE, encoding="utf-8")
    (house / "room" / "views.py").write_text(CODE, encoding="utf-8")
    return house


def write(root: Path, language: str, answers: dict[str, str | tuple[str, ...]]) -> None:
    catalogue = merged(language, collect(root), read(file_of(root, language), language))
    for message in texts(catalogue):
        key = message.id if isinstance(message.id, str) else message.id[0]
        message.string = answers.get(key, message.string)
    path = file_of(root, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text_of(language, catalogue))


def test_pages_and_code_are_both_collected(root: Path) -> None:
    found = {message.id for message in texts(collect(root))}
    assert found == {
        "Films",
        "Claimed by <b>%(who)s</b>.",
        ("%(number)s film", "%(number)s films"),
        "May",
    }


def test_every_text_without_a_translation_is_named_with_its_file(root: Path) -> None:
    found = all_faults(root, ["ru"])
    assert {fault.kind for fault in found} == {"missing"}
    assert "house/room/page.html" in {fault.places for fault in found}
    assert len(found) == 4


def test_a_complete_catalogue_has_no_faults(root: Path) -> None:
    write(root, "ru", RUSSIAN)
    assert all_faults(root, ["ru"]) == []


def test_a_plural_form_that_is_missing_is_a_fault(root: Path) -> None:
    write(root, "ru", RUSSIAN | {"%(number)s film": ("%(number)s фильм", "%(number)s фильма", "")})
    assert [fault.kind for fault in all_faults(root, ["ru"])] == ["missing"]


def test_a_translation_with_another_placeholder_or_tag_is_a_fault(root: Path) -> None:
    write(root, "ru", RUSSIAN | {"Claimed by <b>%(who)s</b>.": "Заявлено: <i>%(name)s</i>."})
    assert [fault.kind for fault in all_faults(root, ["ru"])] == ["other placeholders", "other tags"]


def test_kazakh_may_leave_the_number_out_for_one_and_russian_may_not(root: Path) -> None:
    kazakh = {"Films": "Фильмдер", "Claimed by <b>%(who)s</b>.": "<b>%(who)s</b> мәлімдеген.", "May": "Мамыр"}
    write(root, "kk", kazakh | {"%(number)s film": ("%(number)s фильм", "%(number)s фильм")})
    write(root, "ru", RUSSIAN | {"%(number)s film": ("Фильм", "%(number)s фильма", "%(number)s фильмов")})
    assert [(fault.language, fault.kind) for fault in all_faults(root, ["kk", "ru"])] == [
        ("ru", "other placeholders")
    ]


def test_an_update_keeps_what_is_translated_and_drops_what_is_no_longer_said(root: Path) -> None:
    write(root, "ru", RUSSIAN)
    (root / "room" / "views.py").unlink()
    assert [fault.kind for fault in all_faults(root, ["ru"])] == ["no longer said"]
    write(root, "ru", {})
    assert all_faults(root, ["ru"]) == []
    assert "Май" not in file_of(root, "ru").read_text(encoding="utf-8")


def test_an_update_without_a_change_leaves_the_file_as_it_is(root: Path) -> None:
    write(root, "ru", RUSSIAN)
    before = file_of(root, "ru").read_bytes()
    write(root, "ru", {})
    assert file_of(root, "ru").read_bytes() == before


def test_what_is_compiled_speaks_in_the_right_number(root: Path) -> None:
    write(root, "ru", RUSSIAN)
    speak = GNUTranslations(BytesIO(compile_file(file_of(root, "ru"), "ru")))
    said = [speak.ngettext("%(number)s film", "%(number)s films", n) % {"number": n} for n in (1, 3, 11, 21)]
    assert said == ["1 фильм", "3 фильма", "11 фильмов", "21 фильм"]
    assert speak.pgettext("a month", "May") == "Май"
