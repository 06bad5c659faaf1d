"""Newcomers as a list shows them, and look-alikes with why they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.queries import Alike, people
from kinoqor.keeping.newcomer.rules import Person
from kinoqor.keeping.newcomer.words import SIGNS
from kinoqor.keeping.twin.adapters.page import Ground, grounds, shared
from kinoqor.register.face.queries import title
from kinoqor.register.subject.words import Kind
from kinoqor.ui.pack import language
from kinoqor.ui.parts import Note, Row, Said
from kinoqor.ui.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class Shown:
    """A look-alike: its number, name, address and year, and why it is shown."""

    ref: str
    name: Said
    url: str
    year: int | None
    grounds: Sequence[Ground]


def alike_in_words(found: Sequence[Alike]) -> list[Shown]:
    """Look-alikes in the language of the page."""
    common = shared(each for one in found for each in one.seen)
    return [
        Shown(
            one.card.ref, title(one.card), one.card.get_absolute_url(), one.card.year,
            grounds(Kind.PERSON, one.seen, common),
        )
        for one in found
    ]  # fmt: skip


def rows(some: Sequence[Newcomer]) -> list[Row]:
    """Newcomers as rows: their names, the year of birth, where they stand; one query for all of them."""
    said = people(some)
    return [_row(one, said[one.subject.ref]) for one in some]


def _row(one: Newcomer, person: Person) -> Row:
    first = person.called(language())
    others = [Note(name.text) for name in person.names if name.text != first]
    others += [Note(str(person.born))] if person.born else []
    others += [Note(one.known_for[:120])] if one.known_for else []
    where: Any = reverse("newcomer", args=[one.pk])
    return Row(first, day(one.made.at), where, others, [Note(one.get_fate_display(), SIGNS[one.fate])])
