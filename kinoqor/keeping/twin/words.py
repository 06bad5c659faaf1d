"""What makes two records look alike."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.register.subject.words import Kind


class Sign(TextChoices):
    """One thing that speaks for two records being the same, or against it; stored, and put into words by `SAID`."""

    SAME_NAME = "same_name"
    SCRIPTS = "scripts"
    ORDER = "order"
    INITIAL = "initial"
    NEAR = "near"
    PART = "part"
    WORD = "word"
    SAME_YEAR = "same_year"
    NEAR_YEAR = "near_year"
    YEARS_APART = "years_apart"
    SHARED = "shared"


# %(one)s and %(other)s are what the two records say.
SAID: dict[str, dict[str, object]] = {
    Sign.SAME_NAME: {"": _("Both are called “%(one)s”.")},
    Sign.SCRIPTS: {"": _("“%(one)s” and “%(other)s” are one name in two spellings.")},
    Sign.ORDER: {"": _("“%(one)s” and “%(other)s” are the same words in another order.")},
    Sign.INITIAL: {"": _("“%(one)s” may be short for “%(other)s”.")},
    Sign.NEAR: {"": _("“%(one)s” and “%(other)s” are written almost alike.")},
    Sign.PART: {"": _("“%(one)s” is a part of “%(other)s”.")},
    Sign.WORD: {"": _("“%(one)s” and “%(other)s” share a word, and the director.")},
    Sign.SAME_YEAR: {
        Kind.WORK: _("Both were made in %(one)s."),
        Kind.PERSON: _("Both were born in %(one)s."),
        Kind.ORGANISATION: _("Both were founded in %(one)s."),
    },
    Sign.NEAR_YEAR: {"": _("The years are near: %(one)s and %(other)s.")},
    Sign.YEARS_APART: {"": _("The years are apart: %(one)s and %(other)s.")},
    Sign.SHARED: {
        Kind.WORK: _("They share the director:"),
        Kind.PERSON: _("They are credited in the same film:"),
        Kind.ORGANISATION: _("They stand behind the same film:"),
    },
}
# What speaks against; the page shows it apart.
AGAINST = frozenset({Sign.YEARS_APART})

WEIGHT: dict[str, int] = {
    Sign.SAME_NAME: 60,
    Sign.SCRIPTS: 55,
    Sign.ORDER: 50,
    Sign.NEAR: 35,
    Sign.INITIAL: 30,
    Sign.PART: 20,
    Sign.WORD: 10,
    Sign.SAME_YEAR: 20,
    Sign.NEAR_YEAR: 10,
    Sign.YEARS_APART: -35,
    Sign.SHARED: 25,
}
OFFERED_FROM = 30  # the least weight at which a pair is offered
ALIKE_FROM = 88  # how near (0 to 100) two names are that may be one mistyped
WORD_ALIKE_FROM = 82  # and how near each of their words is: "Marat" and "Murat" are two names
NEAR_YEARS = 1
CROWD = 60  # a key that more records share than this tells nothing

KINDS = (Kind.WORK, Kind.PERSON, Kind.ORGANISATION)
