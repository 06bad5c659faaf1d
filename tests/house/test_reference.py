"""The reference is written from the code, and is what the code says."""

import pytest

from kinoqor.ledger.deed.actions import CODES
from kinoqor.portal.management.commands.write_reference import FOLDER, deeds, environment, pages
from kinoqor.register.claim.words import PROPERTIES


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_reference_says_what_the_code_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], "run ./kino fix"


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, (_default, said) in environment().items() if not said] == []


def test_every_deed_and_every_property_stands_in_the_reference() -> None:
    said = pages()
    assert [code for code in deeds() if f"`{code}`" not in said["deeds.md"]] == []
    assert deeds().keys() <= CODES.keys()
    assert [code for code in PROPERTIES if f"`{code}`" not in said["properties.md"]] == []
