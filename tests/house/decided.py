"""What stands behind the addresses of the deciding: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping

from kinoqor.accounts.user.models import User
from kinoqor.deciding.allocation.queries import current
from kinoqor.deciding.pitching.models import Plan, Slot
from kinoqor.deciding.pitching.words import Standing
from kinoqor.deciding.publication.models import Publication
from kinoqor.deciding.session.words import Matter
from kinoqor.deciding.session.words import Standing as Point
from kinoqor.funding.call.actions import begin_draft
from kinoqor.funding.call.queries import draft
from kinoqor.judging.panel.models import Member
from kinoqor.judging.review.models import Review
from tests.deciding import making
from tests.deciding.allocation.listing import listed
from tests.house.judged import scores
from tests.house.routes import Kwargs
from tests.judging import making as judging
from tests.make import BY

Things = Mapping[str, Mapping[str, Kwargs]]
STAGE = {"ref": making.REF, "stage": making.STAGE}


def pitchings(user: User | None, other: User) -> Things:
    """A pitching whose programme is known, with a film that one hears and one of a body on which one does not sit."""
    making.call()
    of = Plan.objects.filter(version=making.call(), stage=making.STAGE, cancelled=None).first()
    if of is None:
        of = making.plan(standing=Standing.PUBLISHED, published=making.deed())
        making.slot(judging.admitted())
    number = Slot.objects.filter(plan=of).order_by("pk")[0].pk
    stage = {"any": STAGE}
    pages = ("board", "new", "days", "away", "step", "calls", "open")
    return {
        **{f"pitching-{page}": stage for page in pages},
        "pitching": stage, "pitching-ics": stage,
        "pitching-slot": {"any": {"number": number}}, "hearing": {"other's": {"number": number}},
    }  # fmt: skip


def results(user: User | None, other: User) -> Things:
    """A result that is out, with files of one's own and of somebody else's in it; a stage of which none is out."""
    lifted = out()
    owners = {"other's": other} | ({"own": user} if user else {})
    files = {which: judging.admitted(each) for which, each in owners.items()}
    for each in files.values():
        making.outcome(lifted, each, line={"code": f"n{each.pk}", "reason": "line"})
    both = {"out": STAGE, "not out": {**STAGE, "stage": judging.SECOND}}
    desk = ("round-publication", "publication-prepare", "publication-preview", "publication-withdraw")
    return {
        **dict.fromkeys((*desk, "result", "result-csv", "result-json", "rechecks"), both),
        "result-film": {"out": {**STAGE, "code": "c1"}},
        "record-document": {"out": {**STAGE, "name": "result.json"}, "not out": {**STAGE, "name": "order.json"}},
        "application-result": {which: {"number": each.pk} for which, each in files.items()},
    }  # fmt: skip


def out() -> Publication:
    """The result of the stage with one chosen film; nothing is lifted, so other files stay as they are."""
    found = Publication.objects.filter(version=making.call(), stage=making.STAGE).first()
    if found is None:
        found = making.publication(None)
        one = judging.admitted()
        told = {
            "title": one.titles,
            "company": {"en": "A company"},
            "producer": "",
            "director": "",
            "synopsis": "",
            "language": "kk",
        }
        making.outcome(found, one, "awarded", award=100, line={"code": "c1", "points": 8000, "film": told})
    return found


def sittings(user: User | None, other: User) -> Things:
    """A sitting of a body on which the reader sits, with a point that is decided, one that is open, one about a film."""
    seat = user.seats.order_by("pk").first() if user else None
    if seat is not None:
        made = {"body": judging.body(), "made": judging.deed()}
        Member.objects.get_or_create(seat_id=seat.pk, defaults=made)
    of = making.sitting()
    counts = dict.fromkeys(("for", "against", "abstained", "present", "shut_out"), 0) | {"quorate": False}
    over = making.item(
        of, 1, Matter.OTHER, words="The plan", standing=Point.DECIDED, counts=counts, carried=False,
        closed=judging.deed(),
    )  # fmt: skip
    film = making.item(of, 2, Matter.FILM, application=judging.admitted(other))
    held = {"open": {"number": of.pk}}
    points = {"decided": {"number": over.pk}, "about a film": {"number": film.pk}}
    stage = {"any": {"ref": judging.REF, "stage": judging.STAGE}}
    desk = (
        "sitting",
        "sitting-step",
        "sitting-members",
        "sitting-put",
        "sitting-hall",
        "sit",
        "sitting-live",
    )
    return {
        **dict.fromkeys(desk, held), **dict.fromkeys(("sitting-point", "sitting-point-step"), points),
        **dict.fromkeys(("round-sittings", "sitting-new", "votes", "votes-json"), stage),
    }  # fmt: skip


def allocations(user: User | None, other: User) -> Things:
    """A list of the stage whose marks are opened, with a departure; the draft of its call, whose quotas can be tried."""
    scores(user, other)
    stage = {"ref": making.REF, "stage": judging.SECOND}
    of = current(**stage)
    if of is None:
        films = [
            one.reading.application for one in Review.objects.filter(reading__draw__stage=judging.SECOND)[:2]
        ]
        of = listed(making.call(), judging.SECOND, list({film.pk: film for film in films}.values()))
    if draft(making.REF) is None:
        begin_draft(making.REF, by=BY)
    made = of.departures.get().pk
    pages = ("-chance", "-depart", "-drop", "-what-if", "-progress", "-frozen-json", "-decided-json")
    one, rounds = {"computed": {"number": of.pk}}, {"opened": stage}
    return {
        "allocation": one, **{f"allocation{page}": one for page in pages},
        "allocation-undo": {"computed": {"number": of.pk, "departure": made}},
        "allocation-round": rounds, "allocation-freeze": rounds, "call-quotas": {"drafted": {"ref": making.REF}},
    }  # fmt: skip


DECIDED: tuple[Callable[[User | None, User], Things], ...] = (pitchings, allocations, sittings, results)
