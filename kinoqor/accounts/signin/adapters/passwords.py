"""What a password may not be made of, beside what the framework's own lists refuse."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kinoqor.kit.fold import fold
from kinoqor.ui import pack

# Words that anyone would try first at this house, beside the names of its country, which its pack knows.
WORDS = (
    "kinoqor", "киноқор", "кинокор", "kino", "кино", "qor", "қор", "cinema", "film", "фильм", "fund", "фонд", "fond",
    "admin", "administrator", "cataloguer", "archivist", "officer", "auditor", "password", "құпиясөз", "пароль", "parol",
    "qwerty", "йцукен",
)  # fmt: skip
LEFT = 8  # signs that have to be left once these words, digits and signs are taken away


def _letters(text: str) -> str:
    """The letters of a text in its search form, so that a word counts in any script and case."""
    return re.sub(r"[^a-z]", "", fold(text))


class HouseWords:
    """Refuses a password that is little more than such words and digits."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError with a full sentence."""
        whole = _letters(password)
        left = whole
        for word in sorted(
            {_letters(word) for word in (*WORDS, *pack.about()["never_in_code"])}, key=len, reverse=True
        ):
            left = left.replace(word, "")
        if len(left) < min(LEFT, len(whole)):
            raise ValidationError(
                _("This password is made of words that anyone would try first here."), code="house_words"
            )

    def get_help_text(self) -> str:
        """What the page says beside the field."""
        return _("Not only the name of this house, its country or a role.")
