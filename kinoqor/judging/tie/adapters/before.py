"""What would be shut to somebody of the register, before anybody invites them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.queries import open_to
from kinoqor.funding.conflict.rules.ties import conflicts
from kinoqor.funding.conflict.words import Conflict, Grade, Reader
from kinoqor.judging.panel.adapters.page import people
from kinoqor.judging.tie import queries
from kinoqor.judging.tie.adapters.page import Teller
from kinoqor.judging.tie.adapters.world import Seen
from kinoqor.kit.question import said
from kinoqor.register.face.queries import cards
from kinoqor.register.face.queries import title as called
from kinoqor.ui.parts import Note, Row


def told_before(
    rounds: Sequence[queries.Round], asked: Mapping[str, str], who: Who, day: date
) -> dict[str, Any]:
    """People of the register who answer a name; of the one that is chosen, what each round would shut and why."""
    ref, name = asked.get("ref", ""), asked.get("name", "")
    card = cards([ref]).get(ref) if ref else None
    return {
        "called": said(rounds[0].terms.name), "ref": ref, "record": card, "person": called(card) if card else "",
        "people": list(people(name)) if name and not card else [], "asked": name,
        "rounds": [_round(of, card.ref, who, day) for of in rounds] if card else [],
    }  # fmt: skip


def _round(of: queries.Round, ref: str, who: Who, day: date) -> dict[str, Any]:
    seen = Seen(of, day)
    world, person = seen.world(()), seen.shown(ref)
    streams = frozenset(file.stream for file in seen.files() if person in file.leads | file.crew)
    there = {each.name: each for each in open_to(queries.files_of(of), who)}
    found = {
        file.ref: shown
        for file in seen.files()
        if file.ref in there and (shown := conflicts(Reader(person, streams), file, world))
    }
    teller = Teller([one.path for shown in found.values() for one in shown])
    stage = of.terms.stage(of.stage)
    shut = {name: shown for name, shown in found.items() if any(one.grade == Grade.BARRED for one in shown)}
    return {
        "stage": said(stage.name) if stage else of.stage, "files": len(there), "shut": len(shut),
        "rows": [_row(there[name], shown, teller) for name, shown in {**shut, **found}.items()],
    }  # fmt: skip


def _row(film: Any, shown: Sequence[Conflict], teller: Teller) -> Row:
    more = [
        Note(
            f"{capfirst(one.kind.label)}: {', '.join(each.words for each in teller.evidence(one.path))}".rstrip(
                ": "
            )
        )
        for one in shown
    ]
    barred = any(one.grade == Grade.BARRED for one in shown)
    note = Note(_("would be shut"), "refused") if barred else Note(_("would be warned"), "open")
    return Row(title(film), f"№ {film.pk}", "", more, [note])
