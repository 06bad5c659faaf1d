"""What stands behind the addresses of the commission and of the order: their part of `things`."""

from collections.abc import Callable, Mapping

from django.utils import timezone

from kinoqor.accounts.user.models import User
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.actions import draft, lay_out
from kinoqor.deciding.order.words import Draft
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published
from tests.deciding import making, ruling
from tests.funding.application import making as calling
from tests.house.routes import Kwargs
from tests.judging import making as judging
from tests.make import BY

Things = Mapping[str, Mapping[str, Kwargs]]
REF = "decided-call"  # of its own, since the call of the other tests gives no money


def call() -> CallVersion:
    """A call that gives money; the films come from wherever they were admitted."""
    if published(REF) is None:
        calling.call(REF, judging=[judging.MANNER], criteria=judging.CRITERIA, awarding=[making.AWARD])
    found = published(REF)
    assert found is not None
    return found


def orders(user: User | None, other: User) -> Things:
    """A list that was adopted and ruled on, with an order that is laid out for signing."""
    version = call()
    of = version.allocations.filter(cancelled=None).first()
    if of is None:
        of, films = ruling.listed(30 * ruling.MILLION, version=version)
        ruling.voted(of)
        ruling.commission()
        said = {
            "said": "approved",
            "reason": "A film of its year.",
            "clause": "Clause 4",
            "made": judging.deed(),
        }
        Ruling.objects.create(allocation=of, application=films[0], award=30 * ruling.MILLION, **said)
        lay_out(draft(REF, making.STAGE, Draft("T-41", timezone.localdate(), ruling.SIGNER), by=BY), by=BY)
    stage = {"ref": REF, "stage": making.STAGE}
    film, one = next(iter(of.codes.values())), {"number": of.orders.get(annulled=None).pk}
    whole, steps = {"decided": stage}, ("one", "statement", "lay-out", "sign", "hand", "end")
    return {
        **dict.fromkeys(("commission", "commission-rest", "order", "order-draft"), whole),
        "commission-film": {"decided": {**stage, "number": film}},
        **{f"order-{step}": {"laid out": one} for step in steps},
    }  # fmt: skip


ORDERED: tuple[Callable[[User | None, User], Things], ...] = (orders,)
