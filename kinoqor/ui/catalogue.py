"""The catalogues of the interface: what is said in code and pages, and whether every language says it.

Babel extracts and writes, so that no gettext programs are needed. Source language: English.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

# Which arguments of which call are texts; "c" marks the context.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLURALS = {
    "kk": (2, "(n != 1)"),
    "ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sdfgirx]|%[sdfgirx]|\{\w*\}")
TAG = re.compile(r"</?[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Fault:
    """One text that a language does not say rightly: its kind, the English text, and where it stands."""

    language: str
    kind: str
    text: str
    places: str

    def __str__(self) -> str:
        return f"{self.language}: {self.kind}: {self.text!r} ({self.places})"


def sources(root: Path) -> Iterator[Path]:
    """Every file of the house that may hold a visible text."""
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).parts
        if path.suffix in {".py", ".html", ".txt"} and not {"migrations", "locale", "static"} & set(inside):
            yield path


def python_of(path: Path) -> str:
    """The file as Python that says the same texts: a page is turned into the calls that it makes."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    return "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())


def collect(root: Path) -> Catalog:
    """All texts under a folder, each with the files that it stands in (without line numbers: they move)."""
    found: Catalog = Catalog(charset="utf-8", fuzzy=False)
    for path in sources(root):
        place = (path.relative_to(root.parent).as_posix(), 1)
        source = io.BytesIO(python_of(path).encode())
        options = {"encoding": "utf-8"}
        for _line, text, _comments, context in extract("python", source, KEYWORDS, ["Translators:"], options):
            found.add(text, context=context, locations=[place])
    return found


def file_of(root: Path, language: str) -> Path:
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def borrowed(root: Path, language: str) -> Path:
    """What the libraries under the house say and do not translate into a language themselves, kept by hand."""
    return root / "locale" / "libraries" / language / "LC_MESSAGES" / "django.po"


def read(path: Path, language: str) -> Catalog:
    """A language's catalogue; an empty one when there is no file yet."""
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as source:
        return read_po(source, locale=language, charset="utf-8", abort_invalid=True)


def texts(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(message: Message, language: str) -> tuple[str, ...]:
    """The translations of a text: one, or one a plural form of the language; "" where one is missing."""
    wanted = PLURALS[language][0] if message.pluralizable else 1
    given = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return (given + ("",) * wanted)[:wanted]


def faults(root: Path, language: str, wanted: Catalog) -> Iterator[Fault]:
    """What a language lacks or says wrongly: missing, unsure, other placeholders or tags, left over."""
    said = read(file_of(root, language), language)
    for message in texts(wanted):
        text, places = english(message)[-1], ", ".join(sorted({place for place, _line in message.locations}))
        answer = said.get(singular(message), message.context)
        if answer is None or not all(forms(answer, language)):
            yield Fault(language, "missing", text, places)
        elif answer.fuzzy:
            yield Fault(language, "unsure", text, places)
        else:
            yield from (
                Fault(language, kind, text, places) for kind in differences(message, answer, language)
            )
    for message in texts(said):
        if wanted.get(singular(message), message.context) is None:
            yield Fault(language, "no longer said", english(message)[-1], "run ./kino fix")


def singular(message: Message) -> str:
    return english(message)[0]


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def differences(message: Message, answer: Message, language: str) -> Iterator[str]:
    """How a translation differs where it must not. Only a form for exactly one may leave the number out."""
    for number, form in enumerate(forms(answer, language)):
        ids = english(message)
        accepted = [ids[-1]]
        if number == 0 and len(ids) > 1 and PLURALS[language][1] == "(n != 1)":
            accepted.append(ids[0])
        if sorted(PLACEHOLDER.findall(form)) not in [sorted(PLACEHOLDER.findall(text)) for text in accepted]:
            yield "other placeholders"
        if sorted(TAG.findall(form)) not in [sorted(TAG.findall(text)) for text in accepted]:
            yield "other tags"


def merged(language: str, wanted: Catalog, said: Catalog) -> Catalog:
    """The wanted texts with the translations that a language has; what is no longer said is left out."""
    catalogue = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for message in texts(wanted):
        known = said.get(singular(message), message.context)
        string = forms(known, language) if known else ()
        catalogue.add(
            message.id,
            string if message.pluralizable else (string or ("",))[0],
            locations=sorted(set(message.locations)),
            flags=known.flags if known else (),
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
            context=message.context,
        )
    return catalogue


def text_of(language: str, catalogue: Catalog) -> bytes:
    """The catalogue as a file, sorted, with a header that changes only when the language does."""
    count, rule = PLURALS[language]
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n'
    )
    body = io.BytesIO()
    write_po(body, catalogue, width=100, omit_header=True, sort_output=True, include_lineno=False)
    return head.encode() + body.getvalue()


def compile_file(path: Path, language: str) -> bytes:
    """The machine-readable form of one catalogue; unsure translations are left out."""
    target = io.BytesIO()
    write_mo(target, read(path, language))
    return target.getvalue()


def all_faults(root: Path, languages: Iterable[str]) -> list[Fault]:
    """The faults of every language, in their order."""
    wanted = collect(root)
    return [fault for language in languages for fault in faults(root, language, wanted)]
