"""The small parts of a document, read one by one; what is wrong is noted with its place and reading goes on."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.numbers import is_currency
from django.utils.translation import gettext as _

from kinoqor.kit.question.form import CHECKED, Kind
from kinoqor.kit.question.numbers import NumberRule

LANGUAGES = ("kk", "ru", "en")
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
ANSWER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,39}")
MOST_TEXT = 3000
_RULE = {"name", "length", "weights", "modulus", "pattern", "says"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a document, and where ("groups.film.title_kk")."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Document:
    """What a reader of documents can do, whatever it reads."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.rules: dict[str, NumberRule] = {}

    def wrong(self, place: str, sentence: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(place, sentence))

    def known(self, said: Mapping[str, Any], names: Collection[str], place: str) -> None:
        """Nothing is said that nobody would read."""
        for name in sorted(set(map(str, said)) - set(names)):
            self.wrong(place, _("“%(name)s” is not said here.") % {"name": name[:60]})

    def code(self, value: Any, place: str, pattern: re.Pattern[str] = CODE) -> str:
        """A code by its pattern."""
        if isinstance(value, str) and pattern.fullmatch(value):
            return value
        sentence = _("“%(code)s” is not a code: small Latin letters, digits and _, beginning with a letter.")
        self.wrong(place, sentence % {"code": str(value)[:60]})
        return ""

    def texts(
        self, said: Mapping[str, Any], name: str, place: str, needed: bool = False
    ) -> Mapping[str, str]:
        """A text in all languages, or none at all where none is needed."""
        value = said.get(name)
        if not value and not needed:
            return {}
        found = value if isinstance(value, Mapping) else {}
        missing = [
            lang
            for lang in LANGUAGES
            if not (
                isinstance(found.get(lang), str) and found[lang].strip() and len(found[lang]) <= MOST_TEXT
            )
        ]
        if missing or set(found) - set(LANGUAGES):
            sentence = _("“%(name)s” needs a text of at most %(most)s signs in each of: %(languages)s.")
            told = {"name": name, "most": MOST_TEXT, "languages": ", ".join(missing or LANGUAGES)}
            self.wrong(place, sentence % told)
        return {lang: str(found.get(lang) or "").strip() for lang in LANGUAGES}

    def listed(self, value: Any, place: str, most: int) -> list[Mapping[str, Any]]:
        """A list of tables."""
        if value is None:
            return []
        if not isinstance(value, list | tuple) or not all(isinstance(one, Mapping) for one in value):
            self.wrong(place, _("Here a list of tables is needed."))
            return []
        if len(value) > most:
            self.wrong(place, _("At most %(most)s are allowed here.") % {"most": most})
        return list(value[:most])

    def whole(self, said: Mapping[str, Any], name: str, place: str, first: int, last: int) -> int | None:
        """A whole number between two; None where it is not said."""
        value = said.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not first <= value <= last:
            sentence = _("“%(name)s” must be a whole number between %(first)s and %(last)s.")
            self.wrong(place, sentence % {"name": name, "first": first, "last": last})
            return None
        return value

    def currency(self, said: Mapping[str, Any], kind: Kind, place: str) -> str:
        """The code of the currency in which money is asked."""
        value = str(said.get("currency") or "")
        if kind is Kind.MONEY and not is_currency(value):
            self.wrong(place, _("“%(code)s” is not the code of a currency.") % {"code": value})
        return value

    def day(self, said: Mapping[str, Any], name: str, place: str) -> str:
        """A day as text."""
        value = said.get(name)
        if value is None:
            return ""
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.wrong(place, _("“%(name)s” must be a day such as 2024-04-12.") % {"name": name})
            return ""

    def rule(self, code: str, said: Mapping[str, Any]) -> NumberRule:
        """A rule for numbers."""
        place = f"numbers.{code}"
        self.known(said, _RULE, place)
        length = self.whole(said, "length", place, 4, 30) or 4
        weights = said.get("weights") or []
        if not isinstance(weights, list) or any(
            not isinstance(row, list)
            or len(row) != length - 1
            or not all(isinstance(one, int) and 0 <= one < 100 for one in row)
            for row in weights
        ):
            self.wrong(place, _("Each row of weights has one whole number for each digit but the last."))
            weights = []
        pattern = str(said.get("pattern") or "")
        try:
            re.compile(pattern)
        except re.error:
            self.wrong(place, _("The pattern cannot be read."))
            pattern = ""
        modulus = self.whole(said, "modulus", place, 2, 97) or 11
        return NumberRule(
            code, self.texts(said, "name", place, True), length, tuple(tuple(row) for row in weights), modulus,
            pattern, self.texts(said, "says", place),
        )  # fmt: skip

    def which_rule(self, said: Mapping[str, Any], kind: Kind, place: str) -> NumberRule | None:
        """The rule by which the number of a question is checked."""
        if kind not in CHECKED:
            return None
        found = self.rules.get(str(said.get("rule") or ""))
        if found is None:
            sentence = _("There is no rule for numbers “%(rule)s”; the form gives it under “numbers”.")
            self.wrong(place, sentence % {"rule": said.get("rule")})
        return found
