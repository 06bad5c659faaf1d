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
    SCRIPT = "script", _("script")
    TEXT = "text", _("text")
    TITLE = "title", _("title")
    COMPANY = "company", _("the same company")
    PERSON = "person", _("the same people")


class Key(TextChoices):
    """By what a trace is found."""

    FILM = "film", _("film")
    FILE = "file", _("file")
    TEXT = "text", _("piece of text")
    SCRIPT = "script", _("piece of a script")
    BONES = "bones", _("title without spelling")
    GRAM = "gram", _("three letters of a title")
    COMPANY = "company", _("company")
    PERSON = "person", _("person")


class Reading(TextChoices):
    """What became of the words of a script when the machine read them."""

    WAITING = "waiting", _("not read yet")
    READ = "read", _("read")
    NOTHING = "nothing", _("no text that can be compared")
    BROKEN = "broken", _("could not be read")


# How much each sign weighs in the order of a list; text and title are weighed by how alike they are.
WEIGHT: dict[str, float] = {
    Sign.FILM: 3.0, Sign.FILE: 3.0, Sign.SCRIPT: 2.8, Sign.TEXT: 2.5, Sign.TITLE: 1.5,
    Sign.COMPANY: 0.3, Sign.PERSON: 0.3,
}  # fmt: skip
# From which share on texts and titles count as alike.
TEXT_FROM, TITLE_FROM = 0.12, 0.78
SHORTEST = 12  # pieces of a text below which it tells nothing apart
MOST_LIKE, MOST_FOUND = 30, 150  # shown, and weighed
# The kinds of question whose answers are compared as texts; a place is left out where it says the same of many films.
COMPARED = ("logline", "synopsis", "synopsis_long")


# The papers whose words are compared with those of other applications.
SCRIPTS = ("script", "plan")
SCRIPT_FROM = 0.12  # from which share on two scripts count as alike
# Digests of a script's sketch, and those of them by which it is found: many, since it has tens of thousands of pieces.
SCRIPT_KEPT, SCRIPT_KEYS = 1024, 64
# Below so many words a page, or in all, and where fewer of its signs are letters, a paper is taken for a scan.
WORDS_A_PAGE, WORDS_AT_LEAST, LETTERS = 15, 100, 0.6


@dataclass(frozen=True, slots=True)
class Titled:
    """A title as it is written, its search form, and its key without what spellings disagree on (kit.fold)."""

    text: str
    folded: str
    bones: str


@dataclass(frozen=True, slots=True)
class Script:
    """A script that was sent: its name, what became of its words, how many pages were read, whether those are all."""

    name: str
    reading: str = Reading.WAITING
    pages: int = 0
    whole: bool = True
    sketch: Sketch = field(default_factory=lambda: Sketch(0, ()))


@dataclass(frozen=True, slots=True)
class Compared:
    """An application as it is compared. `texts` by place; `people` and `companies` by their keys with their names;
    `scripts` by the digests of their files.
    """

    number: int
    titles: tuple[Titled, ...] = ()
    texts: Mapping[str, Sketch] = field(default_factory=dict)
    film: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    companies: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    scripts: Mapping[str, Script] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Why:
    """One sign: what this application says and what the other, and how alike they are (1.0: the same)."""

    sign: Sign
    mine: str
    theirs: str
    share: float = 1.0
