"""A stage that is read by many: invented files, experts, readings by a draw, and reviews, all but the draw in bulk."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.conf import settings

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.actions import load_call
from kinoqor.funding.call.adapters.files import documents
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Kind, Voice
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.funding.question.models import FormVersion
from kinoqor.judging.assignment import queries
from kinoqor.judging.assignment.actions import freeze, keep, prepare, release, take_chance
from kinoqor.judging.assignment.adapters.working import reckoned
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.words import BodyKind
from kinoqor.judging.review.models import Opening, Review
from kinoqor.kit.canonical import digest
from kinoqor.kit.verdict import YES
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind as Record

BY = Doer("bench")
CALL, STAGE = "judged-round", "script"
BATCH = 1000
SALT = "5a" * 32
SAID = "The second act holds the tension to its end, and the ending is earned."


def text(words: str) -> dict[str, str]:
    """One text in every language."""
    return dict.fromkeys(("kk", "ru", "en"), words)


@dataclass(frozen=True, slots=True)
class Stage:
    """The round: its call, its draw, whoever officially runs it, its files and its members."""

    version: CallVersion
    draw: Draw
    files: list[Application]
    members: list[Member]
    deed: Deed


def call(now: datetime, readers: int, most: int) -> CallVersion:
    """The call of the pack with marks from 1 to 10, its first stage shut and being read."""
    load_programmes(settings.PACK, by=BY)
    load_forms(by=BY)
    document = dict(documents(settings.PACK))["selection-2025"]
    days = [
        now - timedelta(days=60),
        now - timedelta(days=30),
        now + timedelta(days=60),
        now + timedelta(days=90),
    ]
    stages = [
        {**stage, "opens": f"{first:%Y-%m-%dT%H:%M:%S}", "shuts": f"{last:%Y-%m-%dT%H:%M:%S}"}
        for stage, first, last in zip(document["stages"], days[::2], days[1::2], strict=True)
    ]
    anchors = [{"mark": 1, "text": text("Weak")}, {"mark": 10, "text": text("Strong")}]
    scale = {"lowest": 1, "highest": 10, "weight": 1, "anchors": anchors}
    criteria = [{**each, **scale} for each in document["criteria"]]
    manner = {"stage": STAGE, "readers": readers, "most": most, "section": "none", "scores": {"places": 200}}
    told = {"zone": "Etc/UTC", "invented": True, "stages": stages, "criteria": criteria, "judging": [manner]}
    load_call(CALL, {**document, **told}, by=BY)
    found = published(CALL)
    assert found is not None
    return found


def made(many: int, experts: int, each: int, officer: User, now: datetime) -> Stage:
    """The round after its release: so many files, each with so many of the experts by a draw."""
    version = call(now, each, many * each // experts + 20)
    deed = Deed.objects.create(at=now - timedelta(days=10), code="bench.round", voice=officer.doer.voice)
    sitting = members(experts, version, deed)
    judged = files(many, version, deed)
    conflicts(judged, sitting, deed)
    return Stage(version, drawn(sitting[0].body, now, officer.doer), judged, sitting, deed)


def drawn(body: Body, now: datetime, by: Doer) -> Draw:
    """A draw from its preparation to its release, by a round of the beacon that nobody verifies."""
    number = prepare(CALL, STAGE, body.pk, by=by)
    freeze(number, now, by=by)
    due = queries.draw(number).due
    assert due is not None
    take_chance(number, "5a" * 48, lambda _draw, _chance: YES, due, by=by)
    found = reckoned(queries.whole(number))
    keep(number, found.text, found.rows, found.of, by=by)
    release(number, by=by)
    return queries.draw(number)


def members(many: int, version: CallVersion, deed: Deed) -> list[Member]:
    """Experts with accounts on one body."""
    body = Body.objects.create(
        ref="judged-council", programme=version.call.programme, kind=BodyKind.COUNCIL, name=text("Invented council"),
        act="Test act No. 1", quorum=many // 2, made=deed,
    )  # fmt: skip
    fund = Organisation.objects.create(kind="fund", name_en="Invented fund")
    people = User.objects.bulk_create(
        User(email=f"expert{at}@example.org", name=f"Сынақ Сарапшы {at}") for at in range(many)
    )
    since = date(2020, 1, 1)
    seats = Seat.objects.bulk_create(
        Seat(user=who, organisation=fund, role=Role.EXPERT, act="Test act No. 2", since=since, given=deed)
        for who in people
    )
    return Member.objects.bulk_create(Member(body=body, seat=seat, made=deed) for seat in seats)


def files(many: int, version: CallVersion, deed: Deed) -> list[Application]:
    """Admitted applications, each of a company of its own, over all streams and kinds that go together."""
    terms = version.terms
    streams, kinds = ([one["code"] for one in terms[name]] for name in ("streams", "kinds"))
    form = FormVersion.objects.filter(published__isnull=False).order_by("pk").first()
    companies = Organisation.objects.bulk_create(
        [Organisation(kind="company", name_kk=f"Ойдан шығарылған фильм {at}") for at in range(many)], BATCH
    )
    films = Subject.objects.bulk_create(
        [Subject(ref=f"bench{at:05}", kind=Record.WORK, pack="hand") for at in range(many)], BATCH
    )
    return Application.objects.bulk_create(
        [
            Application(
                version=version, organisation=companies[at], stage=STAGE, stream=streams[at % len(streams)],
                kind=kinds[at % len(kinds)], state=State.ADMITTED, film=films[at], form_version=form,
                values={"title_kk": f"Дала туралы {at}-хикая", "title_ru": f"Повесть о степи {at}"}, made=deed,
                changed=deed.at, filed_at=deed.at, language=("kk", "ru", "en")[at % 3],
            )
            for at in range(many)
        ],
        BATCH,
    )  # fmt: skip


def conflicts(judged: list[Application], sitting: list[Member], deed: Deed) -> None:
    """Every tenth file is shut to one of the experts."""
    Conflict.objects.bulk_create(
        [
            Conflict(
                holder=file.name, user=sitting[at % len(sitting)].seat.user, kind=Kind.DECLARED, grade=Grade.BARRED,
                voice=Voice.MEMBER, key=f"{at}", made=deed,
            )
            for at, file in enumerate(judged[::10])
        ],
        BATCH,
    )  # fmt: skip


def review(stage: Stage, share: float) -> None:
    """Reviews of a share of the readings that have none, handed in; marks vary with the film and the reader."""
    chance = Random(2)
    codes = [each["code"] for each in stage.version.terms["criteria"]]
    worth = {file.pk: chance.gauss(5.5, 1.1) for file in stage.files}
    strict = {member.pk: chance.gauss(0, 0.5) for member in stage.members}
    rows = []
    for reading in Reading.objects.filter(draw=stage.draw, review=None).order_by("pk"):
        if chance.random() >= share:
            continue
        level = worth[reading.application_id] + strict[reading.member_id]
        marks = {code: min(10, max(1, round(level + chance.gauss(0, 1.1)))) for code in codes}
        reasons = dict.fromkeys(codes, SAID)
        rows.append(
            Review(
                reading=reading, marks=marks, reasons=reasons, council=SAID, language="en", made=stage.deed,
                changed=stage.deed.at, salt=SALT, digest=digest([marks, reasons]), handed=stage.deed,
            )
        )  # fmt: skip
    Review.objects.bulk_create(rows, BATCH)


def opened(stage: Stage) -> Opening:
    """The opening of all that was handed in."""
    later = Deed.objects.create(
        at=stage.deed.at + timedelta(days=9), code="bench.opened", voice=stage.deed.voice
    )
    seen = Photograph.objects.create(
        body=stage.draw.body, about=f"opening:{CALL}:{STAGE}:1", day=later.at.date(), members=[],
        digest=digest([]), deed=later,
    )  # fmt: skip
    handed = Review.objects.exclude(handed=None).count()
    return Opening.objects.create(
        version=stage.version, stage=STAGE, phase=1, photograph=seen, reviews=handed,
        missing=Reading.objects.count() - handed, digest=digest([]), deed=later,
    )  # fmt: skip
