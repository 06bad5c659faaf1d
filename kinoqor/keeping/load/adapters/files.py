"""Files that go out: the rows that come back with the reason, and an example with the right headings."""

from collections.abc import Iterable
from pathlib import PurePath

from django.utils.translation import gettext as _

from kinoqor.keeping.load.adapters.headings import shown
from kinoqor.keeping.load.adapters.page import reasons_of
from kinoqor.keeping.load.adapters.reasons import Wording, column_called
from kinoqor.keeping.load.models import Load, LoadRow
from kinoqor.keeping.load.words import NOTE, REF, SOURCE, meanings
from kinoqor.kit.sheet.table import Form
from kinoqor.kit.sheet.writing import TYPES, write
from kinoqor.register.subject.words import Kind

# The columns of an example, and a row that fits the headings; nobody has made this film, and nobody bears this name.
EXAMPLES: dict[str, dict[str, str]] = {
    Kind.WORK: {
        REF: "", "title.kk": "Сынақ фильмі", "title.ru": "Пробный фильм", "title.en": "The Test Film", "year": "1979",
        "kind": "feature", "genre": "drama", "runtime": "95", "credit.director": "", "studio": "", "language": "kk",
        SOURCE: "Author, Title, 1979, p. 12", NOTE: "",
    },
    Kind.PERSON: {
        REF: "", "name.kk": "Сынақ Үлгіұлы", "name.ru": "Сынак Улгиулы", "name.en": "Synaq Ulgiuly",
        "birth": "1950-02-03", "death": "", "occupation": "director", SOURCE: "Author, Title, 1979, p. 12", NOTE: "",
    },
    Kind.ORGANISATION: {
        REF: "", "name.kk": "Сынақ студиясы", "name.ru": "Пробная студия", "name.en": "The Test Studio",
        "org_kind": "studio", "founded": "1961", "closed": "", SOURCE: "Author, Title, 1979, p. 12", NOTE: "",
    },
}  # fmt: skip


def form_back(load: Load) -> Form:
    """The format in which rows come back: the one they came in; an ODS table comes back as XLSX."""
    return Form.CSV if load.form == Form.CSV else Form.XLSX


def rows_back(load: Load, rows: Iterable[LoadRow], said: Wording) -> bytes:
    """The rows that are not loaded as a file like the one that was sent, with why in a column of its own.

    Once mended it can be sent again as it is: the added column means nothing to the house.
    """
    head = [
        *(column_called(load.headings, at) for at in range(len(load.headings))),
        _("Why it was not loaded"),
    ]
    wide = len(load.headings)
    body = []
    for row in rows:
        why = " ".join(said.say(reason, row.cells) for reason in reasons_of(row))
        cells = [*row.cells, *[""] * (wide - len(row.cells))]
        body.append([*cells[:wide], why, *cells[wide:]])
    return write(form_back(load), head, body, load.delimiter or ",")


def name_back(load: Load) -> str:
    """What that file is called."""
    stem = PurePath(load.name).stem[:100] or "table"
    return f"{stem} – {_('rows to mend')}.{form_back(load)}"


def example(kind: str, form: Form) -> bytes:
    """A table of this kind with headings that are understood without being told."""
    offered, row = meanings(kind), EXAMPLES[kind]
    return write(form, [shown(offered[code]) for code in row], [list(row.values())])


def type_of(form: Form) -> str:
    """The media type of a file that goes out."""
    return TYPES[form]
