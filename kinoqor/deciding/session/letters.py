"""What is written to the members of a body: that it is called together; and the minutes, as papers."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice
from kinoqor.deciding.session import queries
from kinoqor.deciding.session.models import Item, Sitting
from kinoqor.funding.check.letters import whole
from kinoqor.ledger.deed.actions import Doer, Line
from kinoqor.ledger.paper.actions import make_paper
from kinoqor.ledger.paper.words import Form

WRITTEN = "deciding/session/written/"
PAPER = "deciding/session/papers/minutes"
LANGUAGES = ("kk", "ru", "en")


def tell_called(line: Line, of: Sitting, user: int, points: Sequence[Item]) -> int | None:
    """When and where a body meets, and on what; a film is not named, since it may be shut to the reader."""
    terms = queries.terms(of)
    stage = terms.stage(of.stage)
    when = of.at.astimezone(ZoneInfo(terms.zone))
    said = {
        "body": of.body.name, "call": whole(terms.name), "stage": whole(stage.name if stage else {}),
        "day": when.date(), "time": f"{when:%H:%M}", "zone": terms.zone, "place": of.place, "number": of.pk,
        "points": [{"matter": str(one.matter), "words": one.words} for one in points], "invented": terms.invented,
    }  # fmt: skip
    return tell(line, user, Notice.SEAT, WRITTEN + "called", said)


def write_minutes(line: Line, of: Sitting, said: Mapping[str, Any]) -> list[str]:
    """The minutes in every language of the house; their numbers."""
    by = Doer(line.deed.voice, line.deed.hat)
    made = []
    for lang in LANGUAGES:
        form = Form("minutes", PAPER, lang, queries.holder(of.pk))
        made.append(make_paper(f"M-{of.pk}-{lang.upper()}", form, said, by=by).number)
    return made
