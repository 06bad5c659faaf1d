"""Plain makers of sittings, by the deeds of the room. All people are invented."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from kinoqor.deciding.session.actions import call_sitting, note_came, open_sitting, put_point
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.words import Matter, Meeting, Point
from kinoqor.funding.award.words import Form
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.panel.words import BodyKind
from kinoqor.ledger.deed.actions import Doer
from tests.deciding import making
from tests.funding.check import making as checking
from tests.judging import making as judging
from tests.judging.making import REF, STAGE
from tests.judging.panel.making import officer as officer

OTHER = Matter.OTHER


def council(many: int = 4, ref: str = "expert-council", **more: Any) -> tuple[Body, list[Member]]:
    """A council with a chair and so many members in all; its quorum is three."""
    plain = {"kind": BodyKind.COUNCIL, "quorum": 3, "act": "Test act, clause 3"}
    of = judging.body(ref, **(plain | more))
    return of, [judging.member(of, chair=place == 0) for place in range(many)]


def call(form: str = Form.OPEN, money: bool = True, **voting: Any) -> None:
    """The call of the tests, which votes in this form; without `money` its stage leads to the next one alone."""
    award = {**making.AWARD, "voting": {"form": form, **voting}}
    if not money:
        del award["purse"]
    checking.call(criteria=judging.CRITERIA, judging=[judging.MANNER], papers="script", awarding=[award])


def called(of: Body, *points: Point, by: Doer | None = None, stage: str = STAGE) -> int:
    """The number of a sitting of a body tomorrow, with these points on its agenda."""
    now = timezone.now()
    asked = Meeting(
        REF, stage, of.ref, now + timedelta(days=1), "Hall 2", points or (Point(OTHER, "The plan"),)
    )
    made: int = call_sitting(asked, now, by=by or officer().doer)
    return made


def come(sitting: int, members: list[Member], by: Doer | None = None) -> None:
    """Note that these members came."""
    for one in members:
        note_came(sitting, one.pk, timezone.now(), by=by or officer().doer)


def opened(of: Body, members: list[Member], *points: Point) -> tuple[int, list[int], Doer]:
    """A sitting at which these members are, opened: its number, those of its points, and its officer."""
    by = officer().doer
    number = called(of, *points, by=by)
    come(number, members, by)
    open_sitting(number, timezone.now(), by=by)
    return (
        number,
        list(Item.objects.filter(sitting=number).order_by("number").values_list("pk", flat=True)),
        by,
    )


def put(sitting: int, point: Point, by: Doer) -> int:
    """The number of a point that was put on an agenda."""
    made: int = put_point(sitting, point, by=by)
    return made
