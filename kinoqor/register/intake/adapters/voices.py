"""Files that add single claims to what other files say: disagreements, memory, the essay, wordings, matches."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kinoqor.kit.names import script_of
from kinoqor.kit.table import BadFile, Row
from kinoqor.register.claim.rules import readable
from kinoqor.register.claim.words import PROPERTIES, Form, Rank
from kinoqor.register.intake.adapters.happenings import decision_ref
from kinoqor.register.intake.adapters.known import (
    MEMORY,
    FieldRule,
    Known,
    Reader,
    Reading,
    known_ref,
    sources_of,
    with_note,
)
from kinoqor.register.intake.words import Finding, Outcome, Statement
from kinoqor.register.subject.words import Kind

DISAGREEMENTS = ("id", "entity_type", "entity_id", "field", "value_a", "source_a", "value_b", "source_b")
UNVERIFIED = ("table", "entity_id", "field", "value", "source", "confidence")
ESSAY = ("ref", "property", "value", "lang", "script", "quote")
TEXTS = ("ref", "property", "lang", "text")
NAMES_IN_TIME = ("organisation_id", "from", "to", "name_kk", "name_ru", "name_en", "source", "note")
MATCHES = ("row", "film_id", "how")
COMPANIES = ("row", "organisation_id", "how")
OWN_WORDING = "register:translation"


def rule_of(known: Known, row: Row, table: str) -> FieldRule:
    """What a free field name means; raises BadFile where the pack does not say."""
    found = known.fields.get((table, row["field"].strip()))
    if found is None or found.prop not in PROPERTIES:
        words = _("The pack does not say what the field “%(field)s” means.")
        raise BadFile("", row.number, "field", words % {"field": row["field"][:60]})
    return found


def _language(rule: FieldRule, value: str) -> tuple[str, str]:
    if not PROPERTIES[rule.prop].per_language:
        return "", ""
    script = rule.script or script_of(value)
    return rule.lang or ("en" if script == "Latn" else ""), script


def side_of(known: Known, rule: FieldRule, row: Row, side: str) -> Reading:
    """What one side of a disagreement says: as the pack reads its words, else by the form of the property."""
    written = row[f"value_{side}"]
    read = known.readings.get((row["id"], side))
    if read and read.as_written == written:
        lang, script = (read.lang, read.script) if read.lang else _language(rule, read.value)
        return Reading(written, read.prop or rule.prop, read.value, lang, script, read.note)
    value, note = with_note(rule.prop, written)
    return Reading(written, rule.prop, value, *_language(rule, value), note)


def disagreement(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """Two voices that contradict one another become two claims under one mark."""
    rule = rule_of(known, row, row["entity_type"])
    ref = rule.ref or known_ref(known, row, "entity_id", row["entity_id"].strip())
    if rule.ref:
        yield from _topic(rule, row.number)
    qualifiers = {"dispute": row["id"]} | ({"currency": rule.currency} if rule.currency else {})
    for side in ("a", "b"):
        read = side_of(known, rule, row, side)
        sources = sources_of(row[f"source_{side}"]).read
        rank = Rank.UNVERIFIED if sources == (MEMORY,) else Rank.NORMAL
        yield Statement(
            ref, known.refs.get(ref, Kind.TOPIC), read.prop, read.value, sources, row.number, "", qualifiers,
            read.lang, read.script, read.note, rank,
        )  # fmt: skip
        if not readable(read.value, PROPERTIES[read.prop].form):
            words = _("“%(value)s” is kept as words; it cannot be read as a date or a number.")
            yield Finding(
                Outcome.DOUBTFUL, "", row.number, ref, read.prop, words % {"value": read.value[:80]}
            )


def _topic(rule: FieldRule, number: int) -> Iterator[Statement]:
    for lang, name in rule.names.items():
        script = script_of(name)
        yield Statement(rule.ref, Kind.TOPIC, "name", name, (OWN_WORDING,), number, lang=lang, script=script)
    if rule.moment:
        yield Statement(rule.ref, Kind.TOPIC, "date", rule.moment, (OWN_WORDING,), number)


def from_memory(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A value that no source gave: the lowest rank, shown as unverified."""
    ref = known_ref(known, row, "entity_id", row["entity_id"])
    rule = rule_of(known, row, row["table"])
    prop = PROPERTIES[rule.prop]
    sources = sources_of(row["source"]).read or (MEMORY,)
    for value in row["value"].split(";") if prop.many and not prop.per_language else [row["value"]]:
        value = value.strip()
        target = known_ref(known, row, "value", value) if prop.form is Form.SUBJECT else ""
        lang, script = _language(rule, value)
        yield Statement(
            ref,
            known.refs[ref],
            prop.code,
            value,
            sources,
            row.number,
            target,
            {},
            lang,
            script,
            "",
            Rank.UNVERIFIED,
        )


def essay(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """One thing that the essay says, with the words it rests on."""
    ref = known_ref(known, row, "ref", row["ref"])
    prop = row["property"]
    if prop not in PROPERTIES:
        raise BadFile(
            "", row.number, "property", _("“%(p)s” is not a property of the register.") % {"p": prop[:40]}
        )
    target = known_ref(known, row, "value", row["value"]) if PROPERTIES[prop].form is Form.SUBJECT else ""
    yield Statement(
        ref, known.refs[ref], prop, row["value"].strip(), (known.apart,), row.number, target, {}, row["lang"],
        row["script"], row["quote"].strip(),
    )  # fmt: skip


def wording(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """The register's own wording of a text in another language."""
    ref = known_ref(known, row, "ref", row["ref"])
    script = script_of(row["text"])
    yield Statement(
        ref,
        known.refs[ref],
        row["property"],
        row["text"].strip(),
        (OWN_WORDING,),
        row.number,
        "",
        {},
        row["lang"],
        script,
    )


def name_in_time(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A name that an organisation bore from one date to another."""
    ref = known_ref(known, row, "organisation_id", row["organisation_id"])
    said = {name: row[name].strip() for name in ("from", "to", "name_kk", "name_ru", "name_en")}
    qualifiers = {name: value for name, value in said.items() if value}
    words = said["name_en"] or said["name_ru"] or said["name_kk"]
    yield from Reader(known, row, ref, Kind.ORGANISATION).say(
        "name_in_time", words, qualifiers=qualifiers, note=row["note"]
    )


def match(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A decision on support and the film that came of it; a doubtful match is reported, not claimed."""
    film = known_ref(known, row, "film_id", row["film_id"])
    ref = known_ref(known, row, "row", decision_ref(row["row"]))
    if row["how"].startswith("doubtful"):
        words = _("The decision may be about the film %(film)s; the titles alone do not prove it.")
        yield Finding(Outcome.DOUBTFUL, "", row.number, ref, "work", words % {"film": film})
        return
    number = row.number
    yield Statement(ref, Kind.DECISION, "work", film, (OWN_WORDING,), number, film, note=row["how"])
    yield Statement(film, Kind.WORK, "supported", ref, (OWN_WORDING,), number, ref, note=row["how"])


def company(known: Known, row: Row) -> Iterator[Statement | Finding]:
    """A decision on support and the organisation that applied for it."""
    organisation = known_ref(known, row, "organisation_id", row["organisation_id"])
    ref = known_ref(known, row, "row", decision_ref(row["row"]))
    yield Statement(
        ref,
        Kind.DECISION,
        "applicant",
        organisation,
        (OWN_WORDING,),
        row.number,
        organisation,
        note=row["how"],
    )
