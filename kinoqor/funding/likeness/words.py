"""What two applications may have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.shingles import Sketch


class Sign(TextChoices):
    """Why one application looks like another, the weightiest first."""

    FILM = "film", _("the same film of the register")
    FILE = "file", _("the very same file")
    TEXT = "text", _("text")
    TITLE = "title", _("title")
    COMPANY = "company", _("the same company")
    PERSON = "person", _("the same people")


class Key(TextChoices):
    """By what a trace is found."""

    FILM = "film", _("film")
    FILE = "file", _("file")
    TEXT = "text", _("piece of text")
    BONES = "bones", _("title without spelling")
    GRAM = "gram", _("three letters of a title")
    COMPANY = "company", _("company")
    PERSON = "person", _("person")


# How much each sign weighs in the order of a list; text and title are weighed by how alike they are.
WEIGHT: dict[str, float] = {
    Sign.FILM: 3.0, Sign.FILE: 3.0, Sign.TEXT: 2.5, Sign.TITLE: 1.5, Sign.COMPANY: 0.3, Sign.PERSON: 0.3,
}  # fmt: skip
# From which share on texts and titles count as alike.
TEXT_FROM, TITLE_FROM = 0.12, 0.78
SHORTEST = 12  # pieces of a text below which it tells nothing apart
MOST_LIKE, MOST_FOUND = 30, 150  # shown, and weighed
# The kinds of question whose answers are compared as texts; a place is left out where it says the same of many films.
COMPARED = ("logline", "synopsis", "synopsis_long")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title as it is written, its search form, and its key without what spellings disagree on (kit.fold)."""

    text: str
    folded: str
    bones: str


@dataclass(frozen=True, slots=True)
class Compared:
    """An application as it is compared. `texts` by place; `people` and `companies` by their keys with their names."""

    number: int
    titles: tuple[Titled, ...] = ()
    texts: Mapping[str, Sketch] = field(default_factory=dict)
    film: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    companies: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Why:
    """One sign: what this application says and what the other, and how alike they are (1.0: the same)."""

    sign: Sign
    mine: str
    theirs: str
    share: float = 1.0
