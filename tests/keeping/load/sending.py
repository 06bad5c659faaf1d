"""Sending a table as an archivist does, without a browser."""

from collections.abc import Sequence

from kinoqor.keeping.load.actions import confirm, map_columns, upload
from kinoqor.keeping.load.adapters.headings import guess
from kinoqor.keeping.load.clock import work_on
from kinoqor.keeping.load.models import LoadRow
from kinoqor.keeping.load.words import LIMITS
from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.table import Form
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.credit.models import Credit
from kinoqor.register.spelling.models import Spelling
from kinoqor.register.subject.words import Kind
from tests import people
from tests.keeping.load.tables import HEAD, table
from tests.make import BY


def sent(
    body: Sequence[Sequence[str]], head: Sequence[str] = HEAD, kind: str = Kind.WORK, sender: str = "",
    form: Form = Form.CSV, organisation: int = 0,
) -> int:  # fmt: skip
    """A table that was sent, its columns understood by their headings, and checked; the number of the load."""
    raw = table(form, body, head)
    found = read(raw, LIMITS)
    number: int = upload(organisation or people.body().pk, sender, kind, f"table.{form}", raw, found, by=BY)
    map_columns(number, guess(kind, found.headings, {}), "", by=BY)
    work_on(number, BY)
    return number


def loaded(*given: Sequence[Sequence[str]], **more: object) -> int:
    """The same, loaded."""
    number = sent(*given, **more)  # type: ignore[arg-type]
    confirm(number, by=BY)
    work_on(number, BY)
    return number


def outcomes(number: int) -> list[str]:
    """What the rows come to, in the order of the file."""
    return list(LoadRow.objects.filter(load=number).order_by("number").values_list("outcome", flat=True))


def picture() -> list[object]:
    """All that is shown and found of every record, to the last sign; without numbers that only the database knows."""
    return [
        list(Card.objects.order_by("pk").values()),
        list(Facet.objects.order_by("card", "axis", "code").values_list("card", "axis", "code")),
        list(
            Credit.objects.order_by("film", "order").values_list("film", "person", "role", "order", "sources")
        ),
        sorted(Spelling.objects.values_list("subject", "text", "lang", "standing", "weight", "year")),
    ]
