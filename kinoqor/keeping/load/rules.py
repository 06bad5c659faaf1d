"""The law of a load: what a row comes to, and what may be done with a load when. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.edit.words import LETTER, NAMES_A
from kinoqor.keeping.load.words import (
    LEAVE,
    NEW,
    SAME_AS,
    WORKING,
    Earlier,
    Ground,
    Judged,
    Known,
    Piece,
    Reason,
    Said,
    State,
    Why,
)  # fmt: skip
from kinoqor.kit.fold import fold, skeleton
from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.register.card.words import DATED_BY, NAMED_BY
from kinoqor.register.claim.words import PROPERTIES, Form, Rank
from kinoqor.register.intake.words import Outcome

_MOST_ALIKE = 5
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


def judge(said: Said, known: Known, earlier: Earlier, ground: Ground, decided: str = "") -> Judged:
    """What a row comes to; what an archivist has decided of a doubtful row goes before the doubts.

    Refused: what cannot be kept as it stands. Doubtful: what is called alike, what stands otherwise, what looks like
    HTML. Unchanged: all of it is said by this sender already.
    """
    against = [*said.against, *_strangers(said, known, ground)]
    if against:
        return Judged(said.number, Outcome.REFUSED, said.ref, against)
    entries = list(_entries(said, known))
    about, doubts = known.led.get(said.ref, said.ref), [Reason(Why.MARKUP, at) for at in _marked_up(said)]
    if decided not in ("", NEW, LEAVE):
        about = known.led.get(decided, decided)
    elif not about and decided != NEW:
        about, alike = _which(said, entries, known, earlier, ground)
        doubts += alike
    if about in ground.own:
        return Judged(said.number, Outcome.REFUSED, about, [Reason(Why.OWN, of=(about,))])
    if about in known.subjects:
        pk = known.subjects[about][0]
        kept = known.marks.get(pk, set())
        entries = [entry for entry in entries if entry.mark(Rank.NORMAL, ground.sender) not in kept]
        if not entries:
            return Judged(said.number, Outcome.SAME, about)
        doubts += _otherwise(said, entries, known, pk, earlier, about)
    _note(said, about, earlier, ground)
    sure = decided not in ("", LEAVE) or not doubts
    outcome = (Outcome.CHANGED if about else Outcome.NEW) if sure and decided != LEAVE else Outcome.DOUBTFUL
    return Judged(said.number, outcome, about, [] if sure else doubts, entries)


def _strangers(said: Said, known: Known, ground: Ground) -> Iterator[Reason]:
    """Numbers and names that the register does not have, or has more than once."""
    if said.ref and said.ref not in known.subjects:
        yield Reason(Why.UNKNOWN, of=(said.ref,))
    elif said.ref and known.subjects[said.ref][1] != ground.kind:
        yield Reason(Why.OTHER_KIND, of=(said.ref,))
    for piece in said.pieces:
        if PROPERTIES[piece.prop].form is Form.SUBJECT:
            found = named(piece, known)
            if not found:
                yield Reason(Why.NOBODY, piece.at, (piece.value[:80],))
            elif len(found) > 1:
                yield Reason(Why.SEVERAL, piece.at, (piece.value[:80], *found[:_MOST_ALIKE]))


def is_number(text: str, kind: str) -> bool:
    """Whether a text is a number of this kind, such as p012 of a person."""
    return text[:1].lower() == LETTER[kind] and text[1:].isdigit()


def named(piece: Piece, known: Known) -> list[str]:
    """The numbers of those whom a piece names, by number or by name."""
    kind = NAMES_A[piece.prop]
    if is_number(piece.value, kind):
        ref = known.led.get(piece.value.lower(), piece.value.lower())
        return [ref] if known.subjects.get(ref, (0, ""))[1] == kind else []
    return known.named.get((kind, fold(piece.value)[:200]), [])


def _entries(said: Said, known: Known) -> Iterator[Entry]:
    """What a row says, one entry for each source."""
    for piece in said.pieces:
        subject = PROPERTIES[piece.prop].form is Form.SUBJECT
        target = named(piece, known)[0] if subject else ""
        for source in said.sources:
            yield Entry(
                piece.prop, target or piece.value, source, target, piece.lang, piece.script, said.note, piece.qualifiers
            )  # fmt: skip


def _marked_up(said: Said) -> list[int]:
    """The columns of what looks like HTML; it would be shown as plain text."""
    return list(dict.fromkeys(piece.at for piece in said.pieces if _TAG.search(piece.value)))


def bones_of(said: Said, kind: str) -> list[str]:
    """The matching keys of a row's titles or names."""
    names = [piece.value for piece in said.pieces if piece.prop == NAMED_BY[kind]]
    return list(dict.fromkeys(bones for name in names if (bones := skeleton(name)[:200])))


def year_of(said: Said, kind: str) -> int | None:
    """The year that places a row's record in time, if it says one."""
    dated = next((piece.value for piece in said.pieces if piece.prop == DATED_BY[kind]), "")
    return int(dated[:4]) if dated[:4].isdigit() else None


def _near(one: int | None, other: int | None) -> bool:
    """Whether two years may be of one thing: the same, next to one another, or one not known."""
    return one is None or other is None or abs(one - other) <= 1


def _which(
    said: Said, entries: Sequence[Entry], known: Known, earlier: Earlier, ground: Ground
) -> tuple[str, list[Reason]]:
    """The record that a row without a number speaks of, or why that is doubtful; neither for a new one.

    It is one of which this sender says all of the row already, or the only one that this sender calls just so.
    """
    year, bones = year_of(said, ground.kind), bones_of(said, ground.kind)
    found = list(
        dict.fromkeys(each for bone in bones for each in known.alike.get(bone, ()) if _near(year, each.year))
    )
    marks = {entry.mark(Rank.NORMAL, ground.sender) for entry in entries}
    names = {(piece.value, piece.lang) for piece in said.pieces if piece.prop == NAMED_BY[ground.kind]}
    whole = [each for each in found if marks <= known.marks.get(each.pk, set())]
    called = [each for each in found if names <= known.names.get(each.pk, set())]
    if whole or len(called) == 1:
        return (whole or called)[0].ref, []
    if found:
        return "", [Reason(Why.ALIKE, of=tuple(each.ref for each in found[:_MOST_ALIKE]))]
    rows = [row for bone in bones for row, other in earlier.names.get(bone, ()) if _near(year, other)]
    return "", [Reason(Why.ROW_ALIKE, of=(str(rows[0]),))] if rows else []


def _otherwise(
    said: Said, entries: Collection[Entry], known: Known, pk: int, earlier: Earlier, about: str
) -> Iterator[Reason]:  # fmt: skip
    """Where a row contradicts what stands, or an earlier row: only of properties that have one value."""
    new = {entry.prop for entry in entries}
    for piece in said.pieces:
        prop = PROPERTIES[piece.prop]
        if prop.many or piece.prop not in new:
            continue
        values = known.stands.get((pk, piece.prop), set())
        if values and not any(_agree(piece.value, value, prop.form) for value in values):
            yield Reason(Why.OTHERWISE, piece.at, tuple(sorted(values)[:_MOST_ALIKE]))
        value, row = earlier.said.get((about, piece.prop), (piece.value, 0))
        if not _agree(piece.value, value, prop.form):
            yield Reason(Why.ROW_OTHERWISE, piece.at, (str(row), value))


def _agree(one: str, other: str, form: Form) -> bool:
    """Whether two values are the same, or one date is the other told more exactly."""
    if form is Form.MOMENT:
        return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _note(said: Said, about: str, earlier: Earlier, ground: Ground) -> None:
    if about:
        for piece in said.pieces:
            if not PROPERTIES[piece.prop].many:
                earlier.said.setdefault((about, piece.prop), (piece.value, said.number))
        return
    for bones in bones_of(said, ground.kind):
        earlier.names.setdefault(bones, []).append((said.number, year_of(said, ground.kind)))


def may_be_mapped(state: str) -> Verdict:
    """Whether the columns of a load can still be given their meaning."""
    if state in (State.OPEN, State.CHECKING, State.CHECKED):
        return YES
    return _no(
        _("This file has been loaded or set aside; its columns stay as they are."), _("Send the table again.")
    )


def may_be_decided(state: str) -> Verdict:
    """Whether doubtful rows can be decided on."""
    if state == State.CHECKED:
        return YES
    return _no(
        _("Rows are decided on after the check and before the loading."),
        _("Send the rows that were left out again; they come back in a file."),
    )


def may_be_loaded(state: str, rows: int) -> Verdict:
    """Whether a load can be loaded; `rows` are those that would be taken."""
    if state != State.CHECKED:
        return _no(_("A file is loaded once, after it was checked."), _("Look where it stands now."))
    if not rows:
        return _no(
            _("No row of this file would change anything."),
            _("Mend the rows that come back, or decide on the doubtful ones."),
        )
    return YES


def may_be_withdrawn(state: str, why: str) -> Verdict:
    """Whether a load can be taken back as a whole, which takes a reason."""
    if state != State.LOADED:
        return _no(_("Only what was loaded can be withdrawn."), _("Look where it stands now."))
    if not why.strip():
        return _no(_("A load is withdrawn only with a reason."), _("Write why it should no longer stand."))
    return YES


def may_be_dropped(state: str) -> Verdict:
    """Whether a file can be set aside unloaded."""
    if state in (State.OPEN, State.CHECKED):
        return YES
    if state in WORKING:
        return _no(_("This file is being worked on."), _("Wait until that has ended."))
    return _no(_("This file has been loaded or set aside already."), _("What was loaded can be withdrawn."))


def may_go_on(state: str, due: State) -> Verdict:
    """Whether a piece of work is still to be done: another worker may have done it."""
    return YES if state == due else _no(_("This has been done already."), _("Look where it stands now."))


def may_be_begun_again(state: str) -> Verdict:
    """Whether there is work that has stopped and can be begun again."""
    if state in WORKING:
        return YES
    return _no(_("Nothing is being done with this file just now."), _("Look where it stands now."))


def _no(reason: Promise, way: Promise) -> Verdict:
    return no(reason, way=way, to="loads")


def choices(ref: str, reasons: Sequence[Reason]) -> list[str]:
    """What can be decided of a doubtful row: it is one of these records, a new one, or left out."""
    found = [ref] if ref else []
    for reason in reasons:
        if reason.why == Why.ALIKE:
            found += reason.of
        elif reason.why == Why.ROW_ALIKE:
            found += [f"{SAME_AS}{row}" for row in reason.of]
    return [*dict.fromkeys(found), *([] if ref else [NEW]), LEAVE]
