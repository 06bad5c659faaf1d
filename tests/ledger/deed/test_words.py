"""Every deed can be told in words, and what was done in its course is known to be a part of it."""

import ast
import inspect
import re
import sys

import pytest
from django.utils.translation import override

from kinoqor.ledger.deed.actions import TOLD, Doer, Line, deed
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.deed.words import DOERS, Told, doer_words
from kinoqor.portal.management.commands.write_reference import deeds
from tests.house.tree import name, parsed, python

CODES = sorted(deeds())
NAMES = re.compile(r"%\((\w+)\)s")
BY = Doer("test")


def actions() -> dict[str, object]:
    """Code -> the function of the house that does it."""
    found = {}
    for module_name, module in sorted(sys.modules.items()):
        if re.fullmatch(r"kinoqor\.\w+\.\w+\.actions(\.\w+)*", module_name):  # a file, or one of a folder
            for _name, each in inspect.getmembers(module, inspect.isfunction):
                if hasattr(each, "deed_code") and each.__module__ == module_name:
                    found[each.deed_code] = each
    return found


@pytest.mark.parametrize("code", CODES)
def test_a_deed_has_words_for_those_who_read_the_journal(code: str) -> None:
    told = TOLD[code]
    assert str(told.called), "say at @deed(...) what the deed is called"
    assert "%(who)s" in str(told.said), "say at @deed(...) in a sentence who did what"


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_names_only_what_the_deed_writes_down(code: str) -> None:
    source = inspect.getsource(sys.modules[actions()[code].__module__])  # type: ignore[attr-defined]
    named = set(NAMES.findall(str(TOLD[code].said))) - {"who", "record"}
    assert {each for each in named if not re.search(rf'\b{each}=|details\["{each}"\]', source)} == set()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_sentence_names_the_same_in_every_language(language: str) -> None:
    for code in CODES:
        with override("en"):
            english = set(NAMES.findall(str(TOLD[code].said)))
        with override(language):
            assert set(NAMES.findall(str(TOLD[code].said))) == english, code


def test_no_two_deeds_are_called_alike() -> None:
    called = [str(TOLD[code].called) for code in CODES]
    assert sorted({each for each in called if called.count(each) > 1}) == []


def test_a_sentence_is_cut_at_what_it_names() -> None:
    told = Told("A test", "%(who)s gave %(user)s a seat: %(seat)s.")
    assert told.pieces() == [("", "who"), (" gave ", "user"), (" a seat: ", "seat"), (".", "")]


def test_every_voice_that_acts_in_the_house_is_called_in_words() -> None:
    bare = []
    for path in python("kinoqor"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Doer" and node.args:
                voice = node.args[0]
                if isinstance(voice, ast.Constant) and voice.value not in DOERS:
                    bare.append(f"{name(path)}: {voice.value}")
    assert bare == []


def test_a_pack_the_clock_and_a_person_are_doers_too() -> None:
    assert doer_words("pack:xx") == "the country pack “xx”"
    assert doer_words("clock") == "the clock of the house"
    assert doer_words("user:3") == "a signed-in person, number 3"


@deed("test.inner")
def inner(line: Line) -> None:
    """What is done in the course of something."""


@deed("test.middle")
def middle(line: Line) -> None:
    """What does something else in its course."""
    inner(by=BY)


@deed("test.outer")
def outer(line: Line, breaks: bool = False) -> None:
    """What was meant."""
    middle(by=BY)
    inner(by=BY)
    if breaks:
        raise RuntimeError("broken off")


@pytest.mark.django_db
def test_what_is_done_in_the_course_of_a_deed_is_a_part_of_the_outermost() -> None:
    outer(by=BY)
    whole = Deed.objects.get(code="test.outer")
    assert whole.within is None
    assert list(whole.parts.order_by("pk").values_list("code", flat=True)) == [
        "test.middle", "test.inner", "test.inner",
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_is_done_after_a_deed_is_no_part_of_it_even_if_it_broke_off() -> None:
    outer(by=BY)
    with pytest.raises(RuntimeError):
        outer(True, by=BY)
    inner(by=BY)
    assert Deed.objects.latest("pk").within is None
