"""Plain makers of a round that is judged: bodies, members, files, readings, reviews, an opening. All invented."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from typing import Any

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import one
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published
from kinoqor.funding.check.actions import admit
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Kind, Voice
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.words import Standing
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.words import BodyKind
from kinoqor.judging.review.models import Opening, Review
from kinoqor.kit.canonical import digest
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.funding.application import making
from tests.funding.check import making as checking

NOW, REF, STAGE = checking.NOW, making.REF, "script"
SECOND = "package"  # the other stage of that call
_numbers = count(1)
CRITERIA = [
    {
        "code": code, "name": making.text(code.capitalize()), "lowest": 1, "highest": 10, "weight": 1,
        "anchors": [{"mark": 1, "text": making.text("Weak")}, {"mark": 10, "text": making.text("Strong")}],
    }
    for code in ("plot", "dramaturgy")
]  # fmt: skip
MANNER = {
    "stage": STAGE,
    "readers": 3,
    "most": 20,
    "section": "medium",
    "scores": {"ties": ["lowest", "draw"]},
}


def call(**manner: Any) -> CallVersion:
    """The call of the tests, judged in this manner; its version."""
    if published(REF) is None:
        checking.call(criteria=CRITERIA, judging=[MANNER | manner], papers="script")
    found = published(REF)
    assert found is not None
    return found


def deed(code: str = "tests.judging.made") -> Deed:
    """A deed to point at."""
    return Deed.objects.create(at=NOW, code=code, voice="tests")


def admitted(
    user: User | None = None, of: Organisation | None = None, send: Callable[[str], object] | None = None
) -> Application:
    """An application that was filed and admitted to the reading, of a company of its own; `send` gives it its papers."""
    call()
    where = of or people.body("company", f"Judged company {next(_numbers)}")
    number, by = checking.filed(user, where, send=send), checking.officer()
    checking.judged(number, by)
    admit(number, checking.filing_of(number), NOW, by=by.doer)
    return one(number)


def body(ref: str = "test-council", **more: Any) -> Body:
    """A body of the programme of the call."""
    of = call().call.programme
    plain = {
        "programme": of, "kind": BodyKind.SECTION, "name": making.text("Test section"), "act": "Test act No. 1",
        "quorum": 2, "made": deed(),
    }  # fmt: skip
    return Body.objects.get_or_create(ref=ref, defaults=plain | more)[0]


def member(of: Body | None = None, name: str = "", ref: str = "", **more: Any) -> Member:
    """Somebody with an account who sits on a body; `ref` is their record in the register."""
    someone = people.user(name or f"Сынақ Сарапшы {next(_numbers)}")
    if ref:
        User.objects.filter(pk=someone.pk).update(person_ref=ref)
    term = people.Term(date(2026, 1, 1))
    seat = people.seated(Role.EXPERT, someone, term)
    return Member.objects.create(body=of or body(), seat=seat, made=deed(), **more)


def draw(of: Body | None = None, phase: int = 1, stage: str = STAGE) -> Draw:
    """The draw of the stage, released."""
    found = Draw.objects.filter(version=call(), stage=stage, phase=phase).first()
    return found or Draw.objects.create(
        version=call(), stage=stage, phase=phase, body=of or body(), standing=Standing.RELEASED, salt="5a" * 32,
        source="drand", frozen="{}", digest=digest({}), made=deed(), frozen_by=deed(), drawn_by=deed(),
        released_by=deed(),
    )  # fmt: skip


def reading(application: Application, whose: Member, phase: int = 1, stage: str = STAGE) -> Reading:
    """That a member reads a file, released to them."""
    of = draw(whose.body, phase, stage)
    return Reading.objects.create(
        draw=of,
        application=application,
        member=whose,
        user=whose.seat.user,
        fit=700,
        units=1,
        of=2,
        given=deed(),
    )


def review(of: Reading, marks: Mapping[str, int | None] | None = None, handed: bool = True) -> Review:
    """What a reader says of a file, handed in or still being written."""
    given = {"plot": 6, "dramaturgy": 7} if marks is None else dict(marks)
    said = dict.fromkeys(given, "The second act holds the tension to its end.")
    return Review.objects.create(
        reading=of, marks=given, reasons=said, council="A film for festivals.", language="en", made=deed(), changed=NOW,
        salt="5a" * 32, digest=digest([given, said]), handed=deed() if handed else None,
    )  # fmt: skip


def barred(user: User, file: Application) -> Conflict:
    """That a file is shut to somebody by a conflict of interest."""
    return Conflict.objects.create(
        holder=file.name, user=user, kind=Kind.FAMILY, grade=Grade.BARRED, voice=Voice.REPORT, words="Family.",
        key=digest([user.pk, file.name]), made=deed(),
    )  # fmt: skip


def opened(phase: int = 1, stage: str = STAGE) -> Opening:
    """The opening of all reviews of the stage, with its photograph."""
    seen = Photograph.objects.create(
        body=draw().body, about=f"opening:{REF}:{stage}:{phase}", day=NOW.date(), members=[], digest=digest([]),
        deed=deed(),
    )  # fmt: skip
    handed = Review.objects.exclude(handed=None).count()
    return Opening.objects.create(
        version=call(), stage=stage, phase=phase, photograph=seen, reviews=handed, missing=0, digest=digest([]),
        deed=deed(),
    )  # fmt: skip


def judged_round(
    files: int = 4, readers: int = 3, open_: bool = True
) -> tuple[list[Application], list[Member]]:
    """A round in which every reader has read every file, opened or still sealed."""
    of = [admitted() for _number in range(files)]
    sitting = [member() for _number in range(readers)]
    for place, file in enumerate(of):
        for seat, reader in enumerate(sitting):
            mark = 1 + (3 * place + seat) % 10
            review(reading(file, reader), {"plot": mark, "dramaturgy": min(mark + 1, 10)})
    if open_:
        opened()
    return of, sitting
