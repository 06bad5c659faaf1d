"""Reading documents that people write: every fault is found in one reading and said in a full sentence.

A document is what JSON or TOML can hold. A text for readers is given in every language of the house, or it is a fault.
What a document says and nobody reads is a fault too, so that a slip of the pen does not pass for a rule.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.kit.moment import Moment, parse

LANGUAGES = ("kk", "ru", "en")
CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
LONGEST = 10**15

Text = Mapping[str, str]


class Faulty(ValueError):
    """A document cannot be read; `faults` says all that stands against it, each in a full sentence."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__(" ".join(faults))


def said(text: Text, lang: str) -> str:
    """A text in a language; in another one where that is empty."""
    return text.get(lang) or next((text[each] for each in LANGUAGES if text.get(each)), "")


@dataclass(slots=True)
class Part:
    """A table of a document with its place ("stages.2"), and the list into which its faults are written."""

    node: Mapping[str, Any]
    place: str = ""
    faults: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    # Texts that the document names once and cites by their key, and the language in which they are cited.
    cites: Mapping[str, Text] = field(default_factory=dict)
    lang: str = LANGUAGES[-1]

    def at(self, key: str) -> str:
        """The place of a key."""
        return f"{self.place}.{key}" if self.place else key

    def fault(self, sentence: str, **values: object) -> None:
        """Write down a fault: a sentence in which %(place)s and the other names are filled in."""
        self.faults.append(sentence % values)

    def has(self, key: str) -> bool:
        """Whether something is said under a key; the key counts as read."""
        self.asked.add(key)
        return self.node.get(key) not in (None, "", [], {})

    def _one(self, key: str, needed: bool) -> Any:
        if self.has(key):
            return self.node[key]
        if needed:
            self.fault(_("“%(place)s” is missing."), place=self.at(key))
        return None

    def text(self, key: str, needed: bool = True) -> Text:
        """A text in every language."""
        found = self._one(key, needed)
        if found is None:
            return {}
        if not isinstance(found, Mapping):
            self.fault(_("“%(place)s” must be a text in %(languages)s."), **self._languages(key))
            return {}
        missing = [lang for lang in LANGUAGES if not str(found.get(lang) or "").strip()]
        for lang in missing:
            self.fault(_("“%(place)s” has no text in the language %(lang)s."), place=self.at(key), lang=lang)
        return {lang: str(found[lang]).strip() for lang in LANGUAGES if lang not in missing}

    def _languages(self, key: str) -> dict[str, str]:
        return {"place": self.at(key), "languages": ", ".join(LANGUAGES)}

    def line(self, key: str, needed: bool = False) -> str:
        """A line of text that has no language: a clause, a number, an address."""
        found = self._one(key, needed)
        if found is not None and not isinstance(found, str):
            self.fault(_("“%(place)s” must be a line of text."), place=self.at(key))
            return ""
        return (found or "").strip()

    def cited(self, key: str, needed: bool = False) -> str:
        """A clause or a title of an act: in the language of the reading where the document names it, else as it is."""
        found = self.line(key, needed)
        return said(self.cites[found], self.lang) if found in self.cites else found

    def texts(self, key: str) -> dict[str, Text]:
        """A table of texts by their keys."""
        table = self.part(key)
        return {name: table.text(name) for name in table.node}

    def code(self, key: str = "code", needed: bool = True) -> str:
        """A code of small Latin letters, digits, hyphens and underscores."""
        found = self.line(key, needed)
        if found and not CODE.fullmatch(found):
            self.fault(
                _("“%(place)s” must be a code of small Latin letters, digits and hyphens."),
                place=self.at(key),
            )
        return found

    def choice(self, key: str, choices: tuple[str, ...], needed: bool = True) -> str:
        """One of some words."""
        found = self.line(key, needed)
        if found and found not in choices:
            self.fault(
                _("“%(place)s” must be one of: %(choices)s."), place=self.at(key), choices=", ".join(choices)
            )
        return found

    def whole(self, key: str, least: int = 0, most: int = LONGEST) -> int | None:
        """A whole number; None where none is given, which is never read as nought."""
        found = self._one(key, False)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            self.fault(
                _("“%(place)s” must be a whole number between %(least)s and %(most)s."),
                place=self.at(key), least=least, most=most,
            )  # fmt: skip
            return None
        return found

    def number(self, key: str, least: int = 0, most: int = LONGEST) -> int:
        """A whole number that has to be given."""
        if not self.has(key):
            self.fault(_("“%(place)s” is missing."), place=self.at(key))
        return self.whole(key, least, most) or 0

    def yes(self, key: str, default: bool = False) -> bool:
        """A yes or a no."""
        self.asked.add(key)
        found = self.node.get(key, default)
        if not isinstance(found, bool):
            self.fault(_("“%(place)s” must be yes or no (true or false)."), place=self.at(key))
            return default
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        found = self._one(key, False)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            self.fault(_("“%(place)s” must be a list of words."), place=self.at(key))
            return ()
        return tuple(found)

    def day(self, key: str, needed: bool = False) -> date | None:
        """A day as 2025-03-05."""
        found = self._one(key, needed)
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        try:
            return None if found is None else date.fromisoformat(str(found))
        except ValueError:
            self.fault(_("“%(place)s” must be a day such as 2025-03-05."), place=self.at(key))
            return None

    def wall(self, key: str, needed: bool = False, end: bool = False) -> datetime | None:
        """A time on the wall as 2025-03-13T23:59:59; a bare day is its first second, or its last for an `end`."""
        found = self._one(key, needed)
        if found is None:
            return None
        try:
            given = str(found) if not isinstance(found, datetime) else found.isoformat()
            read = datetime.fromisoformat(given)
        except ValueError:
            read = None
        if read is None or read.tzinfo is not None:
            self.fault(
                _("“%(place)s” must be a time by the clock on the wall, such as 2025-03-13T23:59:59."),
                place=self.at(key),
            )
            return None
        return datetime.combine(read, time(23, 59, 59)) if end and len(given) == 10 else read

    def moment(self, key: str) -> Moment | None:
        """A date as exact as it is known: 2025, 2025-06 or 2025-06-09."""
        found = self._one(key, False)
        try:
            return None if found is None else parse(str(found))
        except ValueError as wrong:
            self.fault(_("“%(place)s”: %(wrong)s"), place=self.at(key), wrong=wrong)
            return None

    def part(self, key: str) -> "Part":
        """A table inside this one; an empty one where there is none."""
        found = self._one(key, False) or {}
        if not isinstance(found, Mapping):
            self.fault(_("“%(place)s” must be a table."), place=self.at(key))
            found = {}
        return self._inside(found, self.at(key))

    def parts(self, key: str, most: int = 500, needed: bool = False) -> list["Part"]:
        """The tables of a list, each with its place counted from 1."""
        found = self._one(key, needed) or []
        if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
            self.fault(_("“%(place)s” must be a list of tables."), place=self.at(key))
            return []
        if len(found) > most:
            self.fault(_("“%(place)s” has more than %(most)s entries."), place=self.at(key), most=most)
        return [self._inside(each, f"{self.at(key)}.{number}") for number, each in enumerate(found[:most], 1)]

    def _inside(self, node: Mapping[str, Any], place: str) -> "Part":
        return Part(node, place, self.faults, cites=self.cites, lang=self.lang)

    def end(self) -> None:
        """Nothing more is read of this table: what else it says is a fault."""
        for key in self.node:
            if key not in self.asked:
                self.fault(_("“%(place)s” is not known here."), place=self.at(str(key)))


def once(part: Part, key: str, codes: list[str]) -> None:
    """Write down every code that a list gives twice."""
    for code in sorted({each for each in codes if codes.count(each) > 1}):
        part.fault(_("“%(place)s” names “%(code)s” twice."), place=part.at(key), code=code)


def sound(part: Part) -> None:
    """Raise Faulty where anything stands against a document that has been read."""
    if part.faults:
        raise Faulty(tuple(part.faults))
