"""Plain makers of tables as archives send them. Invented names only."""

from collections.abc import Sequence
from pathlib import Path

from kinoqor.kit.sheet.table import Form
from kinoqor.kit.sheet.writing import write, xlsx

HEAD = ("Title in Kazakh", "Title in English", "Year", "Kind", "Running time", "Who says so", "Note")
SOURCE = "https://archive.example/fund-1/{n}"
ROWS, BAD = 500, 40
# A table of few columns, for a row that says little.
FEW = ("ref", "Title in English", "Year", "Running time", "Director", "Source")
# What is wrong with the bad rows, in turn: which column is broken how.
FAULTS: tuple[tuple[int, str], ...] = (
    (2, "soon"),  # no year
    (3, "flying carpet"),  # a kind that no list has
    (4, "ninety"),  # no whole number
    (5, ""),  # nobody says so
    (1, "Hidden\u200bsigns"),
)
WORDS = ("Тау", "Дала", "Өзен", "Көл", "Жол", "Күн", "Ай", "Жел", "Тас", "Орман")
ENGLISH = ("Mountain", "Steppe", "River", "Lake", "Road", "Sun", "Moon", "Wind", "Stone", "Forest")


def few(ref: str = "", title: str = "", year: str = "", runtime: str = "", director: str = "") -> list[str]:
    """A row under FEW, with its source."""
    return [ref, title, year, runtime, director, "https://archive.example/a"]


def good(n: int) -> list[str]:
    """One good row about a film that nobody has made."""
    tail = "".join(ENGLISH[int(digit)] for digit in f"{n:04d}")
    kazakh = "".join(WORDS[int(digit)].lower() for digit in f"{n:04d}")
    year = str(1950 + n % 70)
    return [f"Сынақ {kazakh}", f"Test {tail}", year, "feature", str(60 + n % 90), SOURCE.format(n=n), ""]


def bad(n: int) -> list[str]:
    """The same with one fault, another in turn."""
    row = good(n)
    at, cell = FAULTS[n % len(FAULTS)]
    row[at] = cell
    return row


def rows(many: int = ROWS, wrong: int = BAD) -> list[list[str]]:
    """Rows of which `wrong` are bad, spread evenly."""
    every = many // wrong if wrong else many + 1
    places = set(range(0, many, every)) if wrong else set()
    chosen = set(sorted(places)[:wrong])
    return [bad(n) if n in chosen else good(n) for n in range(many)]


def table(
    form: Form = Form.XLSX, body: Sequence[Sequence[str]] | None = None, head: Sequence[str] = HEAD
) -> bytes:
    """A file of this form."""
    return write(form, head, rows() if body is None else body)


def write_table(path: Path, many: int = ROWS, wrong: int = BAD) -> Path:
    """Write an XLSX of `many` rows, `wrong` of them bad; for a browser that uploads it."""
    path.write_bytes(xlsx(HEAD, rows(many, wrong)))
    return path
