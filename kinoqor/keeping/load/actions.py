"""What is done with a load: sent, understood, checked, decided on, loaded, taken back."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.user.queries import person
from kinoqor.keeping.edit.queries import next_numbers
from kinoqor.keeping.load import rules
from kinoqor.keeping.load.models import Brought, Load, LoadRow
from kinoqor.keeping.load.queries import brought_by, counted, judged, marks_of
from kinoqor.keeping.load.words import SAME_AS, Judged, Reason, State, Why
from kinoqor.kit import bulk, progress
from kinoqor.kit.jobs import call
from kinoqor.kit.sheet.table import Table
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.claim.actions import NewClaim, state, withdraw
from kinoqor.register.claim.words import Rank
from kinoqor.register.identity.queries import refs_with
from kinoqor.register.intake.actions import settle
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.intake.words import Outcome
from kinoqor.register.source.actions import describe_sources
from kinoqor.register.subject.actions import begin_subjects
from kinoqor.register.subject.queries import numbers

GO_ON = "kinoqor.keeping.load.clock.go_on"  # the job that checks, loads and withdraws
TAKEN = (Outcome.NEW, Outcome.CHANGED)


@deed("keeping.load.uploaded", _("A table sent"), _("%(who)s sent a table of %(rows)s rows: %(load)s"))
def upload(line: Line, organisation: int, sender: str, kind: str, name: str, raw: bytes, table: Table) -> int:
    """Keep a file and its rows, of which nothing is known to the register yet; give the number of the load."""
    digest = sha256(raw).hexdigest()
    load = Load.objects.create(
        organisation_id=organisation, sender=sender, kind=kind, name=name, digest=digest, form=table.form,
        encoding=table.encoding, delimiter=table.delimiter, sheet=table.sheet[:100], headings=table.headings,
        made=line.deed,
    )  # fmt: skip
    _keep(digest, raw)
    rows = ((load.pk, number, json.dumps(cells), "", "", "[]", "", False) for number, cells in table.rows)
    bulk.insert(LoadRow, ["load", "number", "cells", "outcome", "ref", "reasons", "decided", "taken"], rows)
    _tell(line, load)
    line.details.update(digest=digest, rows=len(table.rows))
    return load.pk


def _keep(digest: str, raw: bytes) -> None:
    """The file as it came, under its digest; what is there already is the same."""
    place = f"{digest[:2]}/{digest}"
    if not storages["kept"].exists(place):
        storages["kept"].save(place, ContentFile(raw))


@deed(
    "keeping.load.mapped",
    _("Columns of a table explained"),
    _("%(who)s said what the columns of a table mean: %(load)s"),
)
def map_columns(line: Line, number: int, columns: list[str], source: str) -> None:
    """Say what the columns of a file mean, and have it checked; what was decided of its rows before is void."""
    load = _held(number)
    require(rules.may_be_mapped(load.state))
    load.columns, load.source, load.state = columns, source, State.CHECKING
    load.save(update_fields=["columns", "source", "state"])
    LoadRow.objects.filter(load=load).exclude(decided="").update(decided="")
    _tell(line, load)
    line.details.update(source=source)
    _call(line, number)


@deed("keeping.load.checked", _("A table checked"), _("%(who)s had the rows of a table checked: %(load)s"))
def check(line: Line, number: int) -> None:
    """The dry run: note what each row would come to. Changes nothing of the register."""
    load = _held(number)
    require(rules.may_go_on(load.state, State.CHECKING))
    for piece in _judged(load, line, decisions=False):
        _write(load, piece)
    _end(load, state=State.CHECKED)
    _tell(line, load)
    line.details.update(rows=counted([number])[number].rows)


@deed(
    "keeping.load.decided",
    _("Doubtful rows decided on"),
    _("%(who)s decided on doubtful rows of a table: %(load)s"),
)
def decide(line: Line, number: int, decisions: Mapping[int, str]) -> int:
    """Decide on doubtful rows (row -> what `rules.choices` offers); give how many were decided."""
    load = _held(number)
    require(rules.may_be_decided(load.state))
    rows = LoadRow.objects.filter(load=load, outcome=Outcome.DOUBTFUL, number__in=list(decisions))
    made = [
        (decisions[row.number], number, row.number)
        for row in rows
        if decisions[row.number] in rules.choices(row.ref, [Reason(*reason) for reason in row.reasons])
    ]
    bulk.change(LoadRow, ["decided"], ["load", "number"], made)
    _tell(line, load)
    line.details.update(rows=len(made), decisions=[f"{row}: {word}" for word, _number, row in made])
    return len(made)


@deed(
    "keeping.load.confirmed",
    _("The loading of a table asked for"),
    _("%(who)s asked for the loading of a table: %(load)s"),
)
def confirm(line: Line, number: int) -> None:
    """Have a checked file loaded."""
    load = _held(number)
    require(rules.may_be_loaded(load.state, counted([number])[number].to_take))
    load.state = State.LOADING
    load.save(update_fields=["state"])
    _tell(line, load)
    _call(line, number)


@deed("keeping.load.loaded", _("A table loaded"), _("%(who)s loaded %(rows)s rows of a table: %(load)s"))
def take_in(line: Line, number: int) -> None:
    """State what the rows of a file say: all that is new, changed or decided so, and nothing of the others.

    Each row is judged anew, since the register may have changed since the check; what has become doubtful is left out.
    """
    load = _held(number)
    require(rules.may_go_on(load.state, State.LOADING))
    wait_turn(f"numbers of {load.kind}")
    rows = [one for piece in _judged(load, line, decisions=True) for one in piece]
    by = Doer(line.deed.voice, line.deed.hat)
    begun = _place(load, rows)
    begin_subjects(((ref, load.kind) for ref in begun), "load", by=by)
    taken = [row for row in rows if row.outcome in TAKEN]
    about = numbers(
        {row.about for row in taken}
        | {entry.target for row in taken for entry in row.entries if entry.target}
    )
    addresses = (entry.source for row in taken for entry in row.entries)
    sources = describe_sources(addresses, source_rules(settings.PACK), by=by)
    touched = {about[row.about] for row in taken}
    claims = list(_claims(load, taken, about, sources, set(marks_of(load.voice, touched))))
    state(claims, by=by)
    progress.go_on(f"load:{number}", 3, 4)
    standing = marks_of(load.voice, touched)
    new = ((number, standing[(claim.subject, claim.fingerprint)]) for claim in claims)
    bulk.insert(Brought, ["load", "claim"], new)
    _write(load, rows)
    settle(touched | {claim.target for claim in claims if claim.target}, by=by)
    _end(load, state=State.LOADED, loaded=line.deed)
    _tell(line, load)
    line.details.update(digest=load.digest, claims=len(claims), new=len(begun), rows=len(taken))


def _place(load: Load, rows: list[Judged]) -> list[str]:
    """Give every new row its number, and each that is about another row's record the number of that; the new ones."""
    new = [row for row in rows if row.outcome == Outcome.NEW]
    begun = next_numbers(load.kind, len(new))
    for row, ref in zip(new, begun, strict=True):
        row.about = ref
    placed = {row.number: row.about for row in rows if row.outcome in (*TAKEN, Outcome.SAME)}
    for row in rows:
        if row.about.startswith(SAME_AS):
            other = row.about.removeprefix(SAME_AS)
            row.about = placed.get(int(other), "")
            if not row.about or row.about.startswith(SAME_AS):
                row.about, row.outcome = "", Outcome.DOUBTFUL
                row.reasons = [Reason(Why.ROW_ALIKE, of=(other,))]
    return begun


def _claims(
    load: Load, taken: Iterable[Judged], about: Mapping[str, int], sources: Mapping[str, int],
    standing: set[tuple[int, int]],
) -> Iterator[NewClaim]:  # fmt: skip
    """The claims of these rows, each once, and none that stands already."""
    for row in taken:
        for entry in row.entries:
            subject, mark = about[row.about], entry.mark(Rank.NORMAL, load.voice)
            if (subject, mark) not in standing:
                standing.add((subject, mark))
                yield NewClaim(
                    subject, entry.prop, entry.value, sources[entry.source], load.voice, mark,
                    about[entry.target] if entry.target else None, entry.qualifiers, entry.lang, entry.script, entry.note,
                )  # fmt: skip


@deed(
    "keeping.load.withdrawal_asked",
    _("The withdrawal of a load asked for"),
    _("%(who)s asked for the withdrawal of a load: %(load)s"),
)
def ask_withdrawal(line: Line, number: int) -> None:
    """Have all that a load has stated withdrawn, with the reason that the deed gives."""
    load = _held(number)
    require(rules.may_be_withdrawn(load.state, line.deed.why))
    load.state, load.why = State.LEAVING, line.deed.why
    load.save(update_fields=["state", "why"])
    _tell(line, load)
    _call(line, number)


@deed(
    "keeping.load.withdrawn",
    _("A load withdrawn"),
    _("%(who)s withdrew all that a table had stated: %(load)s"),
)
def take_back(line: Line, number: int) -> None:
    """Withdraw every claim of a load that still stands; cards are settled from what others say, or are no more."""
    load = _held(number)
    require(rules.may_go_on(load.state, State.LEAVING))
    by = Doer(line.deed.voice, line.deed.hat)
    claims, touched = brought_by(number)
    gone = withdraw(claims, by=by, why=load.why)
    settle(touched, by=by)
    _end(load, state=State.WITHDRAWN, withdrawn=line.deed)
    _tell(line, load)
    line.details.update(claims=gone)


@deed("keeping.load.set_aside", _("A table set aside"), _("%(who)s set a table aside: %(load)s"))
def set_aside(line: Line, number: int) -> None:
    """Leave a file unloaded; it stays in the list."""
    load = _held(number)
    require(rules.may_be_dropped(load.state))
    _end(load, state=State.DROPPED)
    _tell(line, load)


@deed(
    "keeping.load.begun_again",
    _("Work on a table begun again"),
    _("%(who)s began the work on a table again: %(load)s"),
)
def begin_again(line: Line, number: int) -> None:
    """Call the work again that a load waits for; however often it is called, it is done once."""
    load = _held(number)
    require(rules.may_be_begun_again(load.state))
    _tell(line, load)
    _call(line, number)


def _held(number: int) -> Load:
    return Load.objects.select_for_update().get(pk=number)


def _tell(line: Line, load: Load) -> None:
    """What every deed of the room writes down: which load, and whose."""
    line.details["load"], line.details["organisation"] = load.pk, load.organisation_id


def _call(line: Line, number: int) -> None:
    call(GO_ON, number, line.deed.voice, line.deed.hat)


def _judged(load: Load, line: Line, decisions: bool) -> Iterator[list[Judged]]:
    """The rows of a load piece by piece, telling how far it has come; where they are loaded too, this is one half."""
    user = number_of(line.deed.voice)
    someone = person(user) if user else None
    own = frozenset(refs_with(someone.person_ref) if someone and someone.person_ref else [])
    done, rows = 0, LoadRow.objects.filter(load=load).count()
    for piece in judged(load, own, decisions):
        yield piece
        done += len(piece)
        progress.go_on(f"load:{load.pk}", done, rows * (2 if decisions else 1))


def _write(load: Load, rows: Collection[Judged]) -> None:
    """What rows have come to."""
    written = (
        (
            row.outcome, row.about[:40], json.dumps([[reason.why, reason.at, reason.of] for reason in row.reasons]),
            row.outcome in TAKEN and load.state == State.LOADING, load.pk, row.number,
        )
        for row in rows
    )  # fmt: skip
    bulk.change(LoadRow, ["outcome", "ref", "reasons", "taken"], ["load", "number"], written)


def _end(load: Load, **fields: object) -> None:
    for name, value in fields.items():
        setattr(load, name, value)
    load.save(update_fields=list(fields))
    progress.over(f"load:{load.pk}")
