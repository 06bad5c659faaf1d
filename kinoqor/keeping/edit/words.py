"""What can be said at the desk of a card, by its kind."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.register.claim.words import PROPERTIES, Property
from kinoqor.register.level.words import Lack
from kinoqor.register.subject.words import Kind

# The properties that are entered by hand, in the order of the desk. Awards and releases come by files.
SAID_OF: dict[str, tuple[str, ...]] = {
    Kind.WORK: (
        "title", "working_title", "year", "kind", "genre", "runtime", "colour", "language", "country", "studio",
        "credit", "synopsis", "first_shown", "budget", "box_office", "imdb", "wikidata", "kinopoisk", "eidr", "isan",
    ),
    Kind.PERSON: ("name", "birth", "death", "occupation", "imdb", "wikidata", "kinopoisk"),
    Kind.ORGANISATION: ("name", "org_kind", "founded", "closed", "renamed", "wikidata"),
}  # fmt: skip
# What stands behind a number when a property names another subject: the kind that it must be of.
NAMES_A: dict[str, str] = {"credit": Kind.PERSON, "studio": Kind.ORGANISATION}
# The letter with which the numbers of a kind begin, and the first number that people give; packs stay below it.
LETTER: dict[str, str] = {Kind.WORK: "f", Kind.PERSON: "p", Kind.ORGANISATION: "o"}
FIRST_BY_HAND = 100_001
LONGEST = 5_000

# The doubts that a desk shows: in few words, with the sign.
DOUBT: dict[str, tuple[str | Promise, str]] = {
    Lack.DISAGREEMENT: (_("sources disagree"), "disagree"),
    Lack.UNVERIFIED: (_("something has no source"), "unverified"),
}

HINTS = {
    "year": _("As exact as the source gives it: 2021, 2021-10 or 2021-10-08."),
    "runtime": _("In whole minutes."),
    "budget": _("In whole units of the currency, digits only."),
    "box_office": _("In whole units of the currency, digits only."),
    "credit": _("The person’s name or number, such as p012."),
    "studio": _("The organisation’s name or number, such as o012."),
}


def properties_of(kind: str) -> list[Property]:
    """The properties of a kind in the order of the desk."""
    return [PROPERTIES[code] for code in SAID_OF.get(kind, ())]
