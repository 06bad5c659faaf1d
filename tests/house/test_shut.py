"""A conflict of interest shuts a file everywhere: every page and list of the house, asked with a conflict and without.

The addresses are found by walking the routes, the things behind them in tests/house/funded.py and judged.py: a new page
that shows a file is asked here without being named. Whoever is free has to see the files, or this would prove nothing.
"""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.conflict.actions import decide, declare, report
from kinoqor.funding.conflict.words import Kind, Status
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.words import Kind as FileKind
from kinoqor.ledger.file.words import Scan, where_of
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.paper.models import Paper
from kinoqor.ui.door import pages
from tests import people
from tests.house.decided import DECIDED
from tests.house.funded import applications, checks
from tests.house.judged import JUDGED
from tests.house.ordered import ORDERED
from tests.house.routes import lists
from tests.house.sent import _laid
from tests.house.things import Things
from tests.house.world import World, standing
from tests.ledger.file.sending import pdf
from tests.make import BY

# The whole house is walked for each case: minutes on a busy machine.
pytestmark = [pytest.mark.django_db, pytest.mark.long(40), pytest.mark.timeout(1800)]

MARK = "Сынақ даласы"  # stands in the title of every application of the tests
WHY = "They are cousins and have lived in one house."
# Everyone who acts for the fund, and each way in which a conflict shuts.
PAIRS = [
    (Role.OFFICER, "declared"), (Role.OFFICER, "undecided"), (Role.OFFICER, "upheld"), (Role.AUDITOR, "undecided"),
    (Role.ADMINISTRATOR, "upheld"), (Role.EXPERT, "declared"),
]  # fmt: skip
# An address of which this is a part names an application by its number.
OF_APPLICATIONS = ("applications/<int:number>/", "desk/checks/<int:number>/")
# Not asked: whoever holds the secret of an invitation was told of the file by its applicant; the outbox stands in for the
# mailboxes of all in a house on trial; and signing in, where a browser would lose its session.
ELSEWHERE = ("application-join", "outbox", "account_", "mfa_", "socialaccount")
HUNG = ("file", "paper", "letter", "deed")
# What the whole world may read is no secret from somebody in conflict: a published programme, a result that is out. Each
# is let through only if a stranger is shown the file at that very address.
OPEN_TO_ALL = {
    "pitching",
    "pitching-ics",
    "result",
    "result-csv",
    "result-json",
    "result-film",
    "votes",
    "votes-json",
}
Asked = tuple[str, dict[str, object]]


def hung(number: int) -> Things:
    """What hangs on an application in rooms that know nothing of it: a file, a paper, letters, lines of the journal."""
    one = Application.objects.get(pk=number)
    content, now = pdf(1, f"Budget {number}"), timezone.now()
    digest = sha256(content).hexdigest()
    for where in (where_of(digest), f"papers/{digest[:2]}/{digest}"):
        _laid(content, where)
    deed = Deed.objects.create(at=now, code="tests.house.gave", voice="tests")
    file = File.objects.create(
        holder=one.name, slot="script", name="script.pdf", kind=FileKind.PDF, digest=digest, sent_digest=digest,
        size=len(content), place=0, version=1, at=now, scan=Scan.CLEAN, sent=deed,
    ).pk  # fmt: skip
    paper = f"T-{number}"
    Paper.objects.create(
        number=paper, kind="receipt", holder=one.name, language="en", facts={}, seal=digest, digest=digest, size=1,
        at=now, deed=deed,
    )  # fmt: skip
    about = Letter.objects.filter(about=one.name).values_list("pk", flat=True)
    deeds = Deed.objects.filter(details__application=number).values_list("pk", flat=True)
    return {
        "file": {"of it": {"number": file}}, "paper": {"of it": {"number": paper}},
        "letter": {str(pk): {"number": pk} for pk in about}, "deed": {str(pk): {"number": pk} for pk in deeds},
    }  # fmt: skip


def asked() -> list[Asked]:
    """Every address with every thing that stands behind it: (name, what names the thing)."""
    other, found = people.user(), []
    for room in (applications, checks, *JUDGED, *DECIDED, *ORDERED):
        for name, kinds in room(None, other).items():
            found += [(name, dict(named)) for named in kinds.values()]
    for number in Application.objects.exclude(filed_at=None).values_list("pk", flat=True):
        for name, kinds in hung(number).items():
            found += [(name, dict(named)) for named in kinds.values()]
    return found


def someone(role: Role) -> tuple[User, Client]:
    """A new person in this role."""
    user = people.user()
    people.seated(role, user)
    return user, people.client(user)


def in_conflict(user: User, how: str) -> None:
    """Tie a person to every application that there is: by what they say, or by what others say of them."""
    for one in Application.objects.all():
        if how == "declared":
            declare(one.pk, one.name, Kind.DECLARED, WHY, by=user.doer)
            continue
        made = report(one.pk, one.name, user.pk, Kind.FAMILY, WHY, by=BY)
        if how == "upheld":
            decide(one.pk, made, Status.UPHELD, frozenset(), by=BY, why=WHY)


def _text(answer: HttpResponse) -> str:
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return body.decode(errors="replace")


def _shows(answer: HttpResponse, numbers: list[int]) -> bool:
    said = _text(answer) if answer.status_code == 200 else ""
    return MARK in said or any(
        f"/checks/{number}/" in said or f"ications/{number}/" in said for number in numbers
    )


def _of_applications() -> set[str]:
    return {str(page.name) for page in pages() if any(part in str(page.pattern) for part in OF_APPLICATIONS)}


def _numbers() -> list[int]:
    return list(Application.objects.values_list("pk", flat=True))


@pytest.fixture(scope="module")
def everything(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[World, list[Asked]]]:
    """A house with every thing that names an application, made once for all tests of this file."""
    found: list[Asked] = []

    def make() -> World:
        found.extend(asked())
        return World({}, [])

    with standing(django_db_blocker, make) as world:
        yield world, found


@pytest.fixture
def things(everything: tuple[World, list[Asked]], db: None) -> list[Asked]:
    """The same for one test, as it was made."""
    world, found = everything
    world.entered()
    return [*found]


def _pairs(
    role: Role, how: str, things: list[Asked]
) -> Iterator[tuple[str, str, HttpResponse, HttpResponse]]:
    """(name, address, what the free are answered, what those in conflict are answered)."""
    _free, free = someone(role)
    tied_user, tied = someone(role)
    in_conflict(tied_user, how)
    for name, named in [*things, *((name, {}) for name in lists())]:
        if name.startswith(ELSEWHERE):
            continue
        url = reverse(name, kwargs=named)
        yield name, url, free.get(url), tied.get(url)


@pytest.mark.parametrize(("role", "how"), PAIRS)
def test_no_page_shows_a_file_to_whom_a_conflict_shuts_it(role: Role, how: str, things: list[Asked]) -> None:
    of_applications, seen, leaks = _of_applications(), 0, []
    assert len(of_applications) > 15
    for name, url, free, tied in _pairs(role, how, things):
        shown = _shows(free, _numbers())
        seen += shown
        of_one = name in of_applications or (name in HUNG and free.status_code == 200)
        if of_one and (tied.status_code == 200 or (free.status_code == 200 and tied.status_code != 404)):
            leaks.append((url, tied.status_code))
        if _shows(tied, _numbers()) and not (name in OPEN_TO_ALL and _shows(Client().get(url), _numbers())):
            leaks.append((url, "shows it"))
    assert not leaks
    assert seen > 3 or role is Role.EXPERT  # who sees what was given to them alone
