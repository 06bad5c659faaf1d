"""What an application says of its files: who may read and send them, which papers are asked for, until when."""

from collections.abc import Mapping

from django.utils import timezone

from kinoqor.funding.application import queries
from kinoqor.funding.application.access import may_read, may_write
from kinoqor.funding.application.actions import touch
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.rules import slot_place
from kinoqor.funding.application.words import FILES
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.rules import papers_for
from kinoqor.kit.question import said
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.access import Keeper
from kinoqor.ledger.file.words import Slot


def slots_of(application: Application) -> dict[str, Slot]:
    """The papers that the stage of an application asks for, by code."""
    stage = terms_of(queries.version_now(application)).stage(application.stage)
    asked = papers_for(stage, queries.asked_of(application)) if stage else ()
    return {
        paper.code: Slot(
            paper.code,
            said(paper.name),
            paper.kinds,
            paper.most,
            said(paper.help),
            str(paper.clause),
            paper.required,
        )
        for paper in asked
    }


def slots(number: int) -> Mapping[str, Slot]:
    """The same for the number of an application."""
    return slots_of(queries.one(number))


def touched(number: int, slot: str, by: Doer) -> None:
    """Let a paper come or go where the application may be changed there; raises Refused."""
    touch(number, FILES, timezone.now(), slot_place(slot), by=by)


KEEPER = Keeper(may_read, may_write, slots, "application-files", touched)
