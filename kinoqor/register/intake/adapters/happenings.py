"""events.csv and the published decisions on support: what happened to the industry and to single projects."""

import re
from collections.abc import Iterator

from kinoqor.kit.names import script_of
from kinoqor.kit.table import Row
from kinoqor.register.intake.adapters.known import Known, Reader, whole
from kinoqor.register.intake.words import Finding, Statement
from kinoqor.register.subject.words import Kind

EVENTS = ("id", "date", "what", "kind", "source")
DECISIONS = (
    "row", "title_published", "title_other", "kind", "category", "call_or_decision", "year", "applicant_company",
    "producers", "writers", "director", "amount_kzt", "amount_meaning", "box_office_kzt", "status_note", "source",
    "source_date", "certainty",
)  # fmt: skip
# "director: https://…" says what a source is for.
FOR_A_FIELD = re.compile(r"(?:^|(?<=\s;\s))(?:[a-z_ ]+):\s(?=https?://)")
DATED = re.compile(r"\d{4}(-\d\d){0,2}")


def event(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """One event of the industry, dated with its precision."""
    said = Reader(known, row, row["id"], Kind.EVENT)
    yield from said.moment("date", "date")
    yield from said.say("text", row["what"], "what", lang="en", script="Latn")
    yield from said.coded("event_kind", row["kind"], "event_kinds")


def decision_ref(number: str) -> str:
    """The reference of a published decision: "s001" for row 1."""
    return f"s{int(number):03d}"


def language_of(title: str) -> str:
    """The language a published title is in, by its letters: Kazakh letters tell Kazakh, other Cyrillic is Russian."""
    if script_of(title) != "Cyrl":
        return "en"
    return "kk" if set(title.casefold()) & set("әғқңөұүһі") else "ru"


def decision(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """One decision on support as it was published, with what became of it."""
    cells = dict(row.values) | {"source": FOR_A_FIELD.sub("", row["source"])}
    said = Reader(known, Row(row.number, cells), decision_ref(row["row"]), Kind.DECISION)
    for title in (row["title_published"], *row["title_other"].split(" / ")):
        if title.strip():
            yield from said.say("title", title, lang=language_of(title), script=script_of(title))
    yield from _what(said, row)
    for column, prop in (("applicant_company", "applicant_said"), ("producers", "producers_said")):
        yield from said.say(prop, row[column])
    yield from said.say("writers_said", row["writers"])
    yield from said.say("director_said", row["director"])
    currency = {"currency": known.codes.get(("pack", "currency"), "")}
    yield from said.say("amount", whole(row, "amount_kzt"), note=row["amount_meaning"], qualifiers=currency)
    yield from said.say("box_office", whole(row, "box_office_kzt"), qualifiers=currency)
    yield from said.say("outcome", row["status_note"], lang="en", script="Latn")
    yield from said.say("certainty", row["certainty"])


def _what(said: Reader, row: Row) -> Iterator[Statement | Finding]:
    kind, _sign, remark = row["kind"].partition(" (")
    yield from said.coded("kind", kind, "film_kinds", remark.rstrip(")"))
    yield from said.coded("category", row["category"], "support_categories")
    yield from said.say("decision", row["call_or_decision"])
    day = DATED.search(row["call_or_decision"]) or DATED.match(row["year"])
    if day:
        yield from said.say("date", day.group(), note="" if day.group() == row["year"] else row["year"])
    elif row["year"]:
        yield from said.say("date", row["year"])
