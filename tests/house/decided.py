"""What stands behind the addresses of the deciding: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping

from kinoqor.accounts.user.models import User
from kinoqor.deciding.pitching.models import Plan, Slot
from kinoqor.deciding.pitching.words import Standing
from tests.deciding import making
from tests.house.routes import Kwargs
from tests.judging import making as judging

Things = Mapping[str, Mapping[str, Kwargs]]


def pitchings(user: User | None, other: User) -> Things:
    """A pitching whose programme is known, with a film that one hears and one of a body on which one does not sit."""
    making.call()
    of = Plan.objects.filter(version=making.call(), stage=making.STAGE, cancelled=None).first()
    if of is None:
        of = making.plan(standing=Standing.PUBLISHED, published=making.deed())
        making.slot(judging.admitted())
    number = Slot.objects.filter(plan=of).order_by("pk")[0].pk
    stage = {"any": {"ref": making.REF, "stage": making.STAGE}}
    pages = ("board", "new", "days", "away", "step", "calls", "open")
    return {
        **{f"pitching-{page}": stage for page in pages},
        "pitching": stage, "pitching-ics": stage,
        "pitching-slot": {"any": {"number": number}}, "hearing": {"other's": {"number": number}},
    }  # fmt: skip


DECIDED: tuple[Callable[[User | None, User], Things], ...] = (pitchings,)
