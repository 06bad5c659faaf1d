"""Conflicts as their pages show them: the evidence in words with its records, rows, and how much of a round is shut."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.conflict.queries import as_said
from kinoqor.funding.conflict.rules.density import density, may_be_judged
from kinoqor.funding.conflict.words import Grade, Kind, Status, Step, Voice
from kinoqor.judging.tie import queries
from kinoqor.kit.question import said
from kinoqor.register.credit.words import Role
from kinoqor.register.face.queries import cards
from kinoqor.register.face.queries import title as called
from kinoqor.ui.chart import bar_chart
from kinoqor.ui.parts import Link, Note, Row

SIGNS: dict[str, str] = {Status.OPEN: "waiting", Status.UPHELD: "refused", Status.DISMISSED: "good"}
FILE = "application:"  # how the law names a file
MOST_SHORT = 10  # files with the fewest free readers that a page lists


@dataclass(frozen=True, slots=True)
class Shown:
    """One step of evidence: its sentence, and the records of the register that it rests on."""

    words: str
    links: tuple[Link, ...]


class Teller:
    """Says the evidence of conflicts; every record that any of them names is asked for once."""

    def __init__(self, paths: Iterable[Sequence[Step]]) -> None:
        steps = [step for path in paths for step in path]
        refs = {ref for step in steps for ref in (step.one, step.other, step.through)}
        self.cards = cards(refs)
        self.names = queries.names_besides(refs - self.cards.keys())

    def name(self, ref: str, otherwise: str = "") -> str:
        """What a record, an account or a company is called on this page."""
        if ref in self.cards:
            return str(called(self.cards[ref]))
        return self.names.get(ref) or otherwise or ref

    def evidence(self, path: Iterable[Step]) -> list[Shown]:
        """The steps of a path, from the person to the file."""
        return [Shown(self._words(step), self._links(step)) for step in path]

    def _words(self, step: Step) -> str:
        named = {
            "one": self.name(step.one), "other": self.name(step.other), "through": self.name(step.through, step.name),
            "year": step.year or _("year unknown"),
        }  # fmt: skip
        if step.through.startswith(FILE):
            return _joint(step, named)
        if step.roles[0]:
            roles = {"mine": _role(step.roles[0]), "theirs": _role(step.roles[1])}
            return _("%(one)s and %(other)s made “%(through)s” (%(year)s): %(mine)s and %(theirs)s") % (
                named | roles
            )
        if step.other == step.through and step.year:
            return _("%(one)s had a place in “%(through)s” until %(year)s") % named
        if step.other == step.through:
            return _("%(one)s has a place in “%(through)s”") % named
        if step.year:
            return _("%(one)s and %(other)s both belonged to “%(through)s”, until %(year)s") % named
        return _("%(one)s and %(other)s both belong to “%(through)s”") % named

    def _links(self, step: Step) -> tuple[Link, ...]:
        there = dict.fromkeys((step.through, step.one, step.other))
        known = [self.cards[ref] for ref in there if ref in self.cards]
        return tuple(Link(called(card), card.get_absolute_url()) for card in known)


def _joint(step: Step, named: dict[str, Any]) -> str:
    """Another file of the round that two make together; it is not named, since it may be shut to whoever looks."""
    if step.other.startswith(queries.COMPANY):
        return _("%(one)s makes another film of this round with “%(other)s”") % named
    return _("%(one)s and %(other)s make another film of this round together") % named


def _role(code: str) -> str:
    return str(Role(code).label).lower() if code in Role.values else code


def steps_of(one: Any) -> tuple[Step, ...]:
    """The steps of a record."""
    return as_said(one).path


def status_of(one: Any) -> Status:
    """What was decided of a conflict that `standing()` gave."""
    return Status(one.decided) if one.decided else Status.OPEN


def told(found: Iterable[Any]) -> list[tuple[Any, str]]:
    """What somebody has said themselves, each with what was decided of it so far."""
    return [(one, str(status_of(one).label)) for one in found]


def rows(found: Sequence[Any], url: str = "conflict") -> list[Row]:
    """Conflicts of a page: whose with which film, what it is, its evidence, what was decided."""
    paths = {one.pk: steps_of(one) for one in found}
    teller, films = Teller(paths.values()), queries.titles_of({one.holder for one in found})
    listed = []
    for one in found:
        film = films.get(one.holder)
        what = _("%(person)s and “%(film)s”") % {
            "person": one.user.name,
            "film": title(film) if film else one.holder,
        }
        more = [
            Note(capfirst(Kind(one.kind).label)),
            *[Note(each.words) for each in teller.evidence(paths[one.pk])],
        ]
        notes = [_decided(one), Note(str(Voice(one.voice).label))]
        number = f"№ {film.pk}" if film else ""
        listed.append(Row(what, number, reverse(url, args=[one.pk]), more, notes))
    return listed


def _decided(one: Any) -> Note:
    status = status_of(one)
    if one.grade == Grade.WARNED and status == Status.OPEN:
        return Note(_("warned: less likely to be drawn"), "open")
    return Note(str(status.label), SIGNS[status])


def shut_of(of: queries.Round, who: Any, day: Any) -> dict[str, Any]:
    """How much of a round is shut, among the files that a reader may see: share, files with few readers, the sentence."""
    files = list(queries.open_files(of, who))
    members = {each.seat.user_id for each in queries.sitting(of, day)}
    found = queries.found_between(files, members)
    names, readers = [each.name for each in files], [str(user) for user in sorted(members)]
    shut = density(readers, names, found.keys())
    given = of.manner.conflicts.years
    asked = bool(files and readers)
    verdict = may_be_judged(readers, names, found, of.manner.readers, given) if asked else None
    many = [(_free(free), n, str(n)) for free, n in sorted(Counter(shut.free.values()).items())]
    said_ = "; ".join(f"{label}: {n}" for label, _v, n in many)
    few = sorted(files, key=lambda each: (shut.free[each.name], each.pk))[:MOST_SHORT]
    return {
        "pairs": shut.pairs, "barred": shut.barred, "percent": round(100 * shut.share), "verdict": verdict,
        "readers": len(readers), "files": len(files), "many": many,
        "chart": bar_chart(many, [many[0][0]], said_) if many else None,
        "few": [_few(each, shut.free[each.name]) for each in few],
    }  # fmt: skip


def _few(one: Any, free: int) -> Row:
    return Row(title(one), f"№ {one.pk}", "", [Note(one.organisation.name)], [Note(_free(free))])


def _free(n: int) -> str:
    return ngettext("%(n)s free reader", "%(n)s free readers", n) % {"n": n}


def round_row(of: queries.Round, n: int) -> Row:
    """A round in the list of rounds."""
    stage = of.terms.stage(of.stage)
    words = ngettext("%(n)s waits for a decision", "%(n)s wait for a decision", n) % {"n": n}
    note = Note(words, "waiting") if n else Note(_("nothing waits"), "good")
    more = [Note(said(stage.name))] if stage else []
    return Row(said(of.terms.name), "", reverse("conflicts-round", args=[of.call, of.stage]), more, [note])
