"""What stands behind the addresses of the judging: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping

from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.conflict.actions import declare, report
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Kind as TieKind
from kinoqor.funding.conflict.words import Voice
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.feedback.actions import gather
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.panel.actions import photograph
from kinoqor.judging.panel.models import Member
from kinoqor.judging.panel.queries import body
from kinoqor.judging.review.models import Opening, Review
from tests.house.routes import Kwargs
from tests.house.sent import sent_to
from tests.judging import making as judging
from tests.judging.assignment import drawing
from tests.judging.panel import making as seating
from tests.make import BY

Things = Mapping[str, Mapping[str, Kwargs]]
OWN = "own"


def readings(user: User | None, other: User) -> Things:
    """Files to read: of somebody else, and one's own, the latter begun."""
    elsewhere = judging.reading(judging.admitted(send=lambda name: sent_to(name, "script")), judging.member())
    found = {"other's": {"number": elsewhere.pk}}
    seat = user.seats.order_by("pk").first() if user else None
    if seat is not None and user is not None:
        of = judging.reading(elsewhere.application, _sits(seat.pk))
        judging.review(of, {"plot": 3}, handed=False)
        found["own"] = {"number": of.pk}
    pages = {which: {**named, "piece": 1, "page": 1} for which, named in found.items()}
    return {
        "reading": found,
        "reading-tie": found,
        "reading-page": pages,
        "reading-words": pages,
        **_reviews(),
    }


def _reviews() -> Things:
    """The second phase of a stage, opened, with a file in it."""
    whose, file = judging.member(), judging.admitted()
    of = Reading.objects.create(
        draw=judging.draw(whose.body, 2),
        application=file,
        member=whose,
        user=whose.seat.user,
        given=judging.deed(),
    )
    judging.review(of)
    if not Opening.objects.filter(phase=2, stage=judging.STAGE).exists():
        judging.opened(2)
    stage = {"ref": judging.REF, "stage": judging.STAGE}
    steps = {f"round-{step}": {"any": stage} for step in ("reviews", "open", "remind")}
    return {**steps, "round-review": {"opened": {**stage, "application": file.pk}}}


def _sits(seat: int) -> Member:
    """Whoever holds a seat, as a member of a body."""
    made = {"body": judging.body(), "made": judging.deed()}
    return Member.objects.get_or_create(seat_id=seat, defaults=made)[0]


def panels(user: User | None, other: User) -> Things:
    """A body with a chair, a member, and who sat at a vote."""
    ref = seating.council()
    number = seating.appointed(ref, chair=True)
    seating.appointed(ref)
    of = body(ref)
    taken = photograph(of.pk if of else 0, "vote:1", timezone.localdate(), by=BY)
    named, numbered = {"any": {"ref": ref}}, {"any": {"number": number}}
    return {
        **dict.fromkeys(("panel", "desk-panel", "panel-appoint", "panel-close"), named),
        **dict.fromkeys(("panel-member", "panel-member-end"), numbered),
        "panel-sat-json": {"any": {"ref": ref, "number": taken}},
    }


def scores(user: User | None, other: User) -> Things:
    """The opened marks of a stage of its own: the list, a film of it, the list without a reader."""
    if not Opening.objects.filter(version=judging.call(), stage=judging.SECOND).exists():
        for _number in range(2):
            judging.review(judging.reading(judging.admitted(), judging.member(), stage=judging.SECOND))
        judging.opened(stage=judging.SECOND)
    of = {"ref": judging.REF, "stage": judging.SECOND}
    one = Review.objects.filter(reading__draw__stage=judging.SECOND).select_related("reading")[0].reading
    return {
        **{f"scores{form}": {"opened": of} for form in ("", "-csv", "-json", "-progress", "-second")},
        "scores-film": {"opened": {**of, "number": one.application_id}},
        "scores-without": {"opened": {**of, "reader": one.user_id}},
    }  # fmt: skip


def reasons(user: User | None, other: User) -> Things:
    """Reasons that were gathered of a stage, and some that were sent: of one's own application and of another's."""
    one = scores(user, other)["scores-film"]["opened"]
    stage = {"ref": judging.REF, "stage": judging.SECOND}
    gather(judging.REF, judging.SECOND, by=BY)
    opening = Opening.objects.get(version=judging.call(), stage=judging.SECOND)
    sent = {}
    for which, each in {"other's": other, **({"own": user} if user else {})}.items():
        of = Feedback(application=judging.admitted(each), opening=opening, language="en", made=judging.deed())
        of.sent = of.checked = judging.deed()
        of.save()
        sent[which] = {"number": of.application_id}
    return {
        **{f"feedback{page}": {"opened": stage} for page in ("", "-gather", "-send")},
        "feedback-one": {"opened": dict(one)}, "reasons": sent,
    }  # fmt: skip


def draws(user: User | None, other: User) -> Things:
    """A round, and draws of it at every stage: begun, frozen, drawn, with its readings."""
    stage = {"judged": {"ref": judging.REF, "stage": judging.STAGE}}
    begun, frozen, drawn = drawing.one_of_each()
    # Everybody here has a hand on a file of their own, so the look before a draw finds everybody a rival of everybody.
    Conflict.objects.filter(voice=Voice.REGISTER, gone=None).update(gone=judging.deed())
    found = {"begun": {"number": begun}, "frozen": {"number": frozen}, "drawn": {"number": drawn}}
    readings_ = Reading.objects.filter(draw=drawn).order_by("pk")
    one = {"drawn": {"number": drawn, "reading": readings_[0].pk}}
    return {
        **dict.fromkeys(("round", "round-draw"), stage),
        **{f"draw{page}": found for page in ("", "-step", "-chance", "-hand", "-progress")},
        "draw-reading": one, "draw-check": found, "draw-frozen": found, "draw-result": found,
    }  # fmt: skip


def ties(user: User | None, other: User) -> Things:
    """Conflicts of a round, one's own and somebody else's; a file to declare one with and to name readers for."""
    judged = {"judged": {"call": judging.REF, "stage": judging.STAGE}}
    one = judging.admitted(other)
    made = report(one.pk, one.name, other.pk, TieKind.FAMILY, "", by=BY)
    declared = declare(one.pk, one.name, TieKind.DEBT, "", by=other.doer)
    found = {"other's": {"number": made}, "other's, declared": {"number": declared}}
    # What the looks of the draws have found is laid aside: all here have files of their own and would be shut out.
    Conflict.objects.filter(voice=Voice.REGISTER, gone=None).update(gone=judging.deed())
    named = {"other's": {"number": one.pk}} | ({"own": {"number": judging.admitted(user).pk}} if user else {})
    # Whoever runs the rounds is left free: a conflict would hide from them what other pages of this table show.
    if user is not None and not user.seats.exclude(role=Role.EXPERT).exists():
        own = judging.admitted()
        found["own"] = {"number": declare(own.pk, own.name, TieKind.FAMILY, "", by=user.doer)}
    named = {"other's": {"number": one.pk}} | ({OWN: {"number": judging.admitted(user).pk}} if user else {})
    return {
        **dict.fromkeys(("conflicts-round", "conflicts-look", "conflicts-report"), judged),
        "conflicts-before": {"judged": {"call": judging.REF}},
        "conflict": found, "conflict-back": found,
        "conflict-declare": {"admitted": {"number": one.pk}},
        "application-readers": named,
    }  # fmt: skip


JUDGED: tuple[Callable[[User | None, User], Things], ...] = (
    panels,
    readings,
    scores,
    reasons,
    draws,
    ties,
)
