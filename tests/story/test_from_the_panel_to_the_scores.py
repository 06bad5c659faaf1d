"""A round is judged, page by page: who may not sit, who may not read, the draw that anyone can repeat, sealed reviews,
the opening, and what the marks come to. Everybody in it is invented, and so are their films.
"""

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Kind, Voice
from kinoqor.judging.assignment import clock
from kinoqor.judging.assignment.adapters import working
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.review.models import Opening, Review
from tests import make, people
from tests.judging import making
from tests.judging.making import REF, STAGE

pytestmark = [pytest.mark.django_db, pytest.mark.long(20)]

ROUND = f"/en/desk/rounds/{REF}/{STAGE}/"
ACT = "Test order No. 7"
WHY = "The second act holds the tension to its very end."
NUMBERS = "9 18 26 34 41 45"
YEAR = timezone.localdate().year


def text(answer: Any) -> str:
    """What a page says."""
    return str(answer.content.decode())


def told(browser: Client, to: str) -> str:
    """A page that opens."""
    answer = browser.get(to)
    assert answer.status_code == 200, to
    return text(answer)


def expert(ref: str, name: str, role: str, year: int) -> User:
    """Somebody with an account and one film in the register, which was made with the director of the first file."""
    someone = people.user(name)
    film = make.film(f"f{ref[1:]}", f"The Shared Steppe {ref}", year=str(year))
    make.credit(film, make.person(ref, name), role)
    if role == "screenwriter":
        make.credit(film, make.person("p9001", "Сынақ Режиссер"), "director")
    make.settled()
    return someone


def body(officer: Client) -> str:
    """A section made on its page; its address at the desk."""
    given = {
        "programme": making.call().call.programme.ref, "kind": "section", "name_kk": "Сынақ секциясы",
        "name_ru": "Тестовая секция", "name_en": "Test section", "act": ACT, "quorum": "2",
    }  # fmt: skip
    return str(officer.post("/en/desk/panels/new/", given).headers["Location"])


def appoint(officer: Client, at: str, someone: User, ref: str = "") -> Any:
    """What the page of the appointment answers."""
    to = f"{at}appoint/?email={someone.email}" + (f"&ref={ref}" if ref else "")
    since = f"{YEAR}-01-01"
    given = {"act": ACT, "since": since, "languages": ["kk", "ru", "en"], "looked": "on"}
    return officer.post(to, given)


def read_all(readers: dict[int, Client], strict: int) -> None:
    """Everybody reads what is theirs, in Kazakh, and seals it; nobody sees another's marks meanwhile. One is strict."""
    for reading in Reading.objects.filter(ended=None).order_by("pk"):
        at = f"/kk/reading/{reading.pk}/"
        assert "Сынақ даласы" in told(readers[reading.user_id], at)
        mark = 5 + reading.application_id % 4 - (3 if reading.user_id == strict else 0)
        sent = {
            "mark.plot": str(mark), "words.plot": WHY, "mark.dramaturgy": str(mark + 1), "words.dramaturgy": WHY,
            "council": "", "language": "en", "revision": "0", "hand": "1", "no_tie": "1",
        }  # fmt: skip
        assert readers[reading.user_id].post(at, sent).status_code == 302
        others = next(who for user, who in readers.items() if user != reading.user_id)
        assert others.get(at).status_code == 404


def declare_and_replace(officer: Client, readers: dict[int, Client], desk: str) -> None:
    """One reader finds while reading that they are tied to a file: it shuts, and another reader is drawn for it."""
    reading = Reading.objects.filter(ended=None).exclude(user__person_ref="p9101").order_by("pk")[0]
    browser = readers[reading.user_id]
    declared = browser.post(
        f"/kk/reading/{reading.pk}/tie/",
        {"kind": Kind.FAMILY, "words": "The composer of this film is my brother."},
    )
    assert declared.status_code == 302
    assert browser.get(f"/kk/reading/{reading.pk}/").status_code == 404
    assert Reading.objects.filter(application=reading.application_id, ended=None).count() == 2
    officer.post(
        f"{desk}readings/{reading.pk}/", {"how": "replace", "why": "The reader declared a conflict."}
    )
    file = reading.application_id
    if not Reading.objects.filter(instead=reading).exists():
        # The draw of a stand-in may take nobody; then a file is given by hand, with a reason.
        free = Member.objects.exclude(seat__user=reading.user_id).exclude(readings__application=file)
        member = free.exclude(seat__user__person_ref="p9101")[0]
        given = {"application": file, "member": member.pk, "why": "The draw of a stand-in took nobody."}
        officer.post(f"{desk}hand/", given)
    reads = list(Reading.objects.filter(application=file, ended=None).values_list("user", flat=True))
    assert len(reads) == 3 and reading.user_id not in reads


def appointed(officer: Client) -> list[User]:
    """A section with eight members; a working director may not be one, and the page says why."""
    at = body(officer)
    working = expert("p9100", "Сынақ Жұмыстағы", "director", YEAR - 1)
    refused = text(appoint(officer, at, working, "p9100"))
    assert "may not sit on this body" in refused and "The Shared Steppe p9100" in refused
    assert not Member.objects.exists()
    tied = expert("p9101", "Сынақ Сценарист", "screenwriter", YEAR - 2)
    users = [tied, *(people.user(f"Сынақ Сарапшы {number}") for number in range(7))]
    for someone in users:
        ref = "p9101" if someone is tied else ""
        assert appoint(officer, at, someone, ref).status_code == 302
    assert "Сынақ Сценарист" in told(Client(), f"/ru/panels/{Body.objects.get().ref}/")
    return users


def drawn(officer: Client, tied: User, file: Application) -> str:
    """A draw by announced numbers; what ties a member to a file is found in the register first. Its page at the desk."""
    officer.post(f"{ROUND}draw/", {"body": Body.objects.get().pk, "announced": "Test lottery; 2026-04-20"})
    draw = Draw.objects.get()
    desk = f"/en/desk/draws/{draw.pk}/"
    officer.post(f"{desk}step/", {"step": "freeze"})
    found = Conflict.objects.get(user=tied, kind=Kind.CREDIT)
    assert (found.voice, found.holder) == (Voice.REGISTER, file.name)
    assert "The Shared Steppe" in json.dumps(found.path)
    officer.post(f"{desk}chance/", {"source0": NUMBERS})
    clock.work.call(draw.pk)
    draw.refresh_from_db()
    published = told(Client(), f"/en/draws/{draw.pk}/result.json")
    assert published == draw.result == working.reckoned(draw).text
    assert json.loads(published)["chance"] == draw.chance == NUMBERS.replace(" ", ".") + "./"
    assert not Reading.objects.filter(user=tied, application=file).exists()
    assert "Сынақ Сарапшы" not in told(Client(), f"/en/draws/{draw.pk}/")
    officer.post(f"{desk}step/", {"step": "release"})
    return desk


def opened(officer: Client, file: Application) -> None:
    """All reviews opened together; before that nobody sees one."""
    assert Review.objects.exclude(handed=None).count() == 36
    assert officer.get(f"{ROUND}reviews/{file.pk}/").status_code == 404
    assert officer.get(f"{ROUND}scores.json").status_code != 200
    assert officer.post(f"{ROUND}reviews/open/", {"phase": "1", "why": WHY}).status_code == 302
    opening = Opening.objects.get()
    assert (opening.reviews, opening.missing) == (36, 0)
    assert len(opening.photograph.members) == 8


def counted(officer: Client, files: list[Application], strict: User) -> None:
    """The list: every film on it, and the marks of a strict reader corrected."""
    rows = json.loads(told(officer, f"{ROUND}scores.json"))
    assert rows["corrected"] is True
    theirs = set(Reading.objects.filter(user=strict, ended=None).values_list("application", flat=True))
    gained = [
        float(row["score"]) - float(row["average"]) for row in rows["films"] if row["application"] in theirs
    ]
    assert sum(gained) > 0
    page = told(officer, f"{ROUND}scores/")
    assert all(each.titles["kk"] in page for each in files)
    told(officer, f"{ROUND}scores/{files[1].pk}/")


def test_a_round_is_judged_from_the_first_appointment_to_the_list() -> None:
    scores = {"ties": ["lowest", "draw"], "fewest": 3, "trust": 1}
    making.call(readers=3, draw={"source": "numbers", "after": 1}, section="none", scores=scores)
    files = [making.admitted() for _number in range(12)]
    crew = [{"role": "director", "ref": "p9001", "name": "Сынақ Режиссер", "citizen": ""}]
    Application.objects.filter(pk=files[0].pk).update(crew=crew)
    officer = people.signed_in(Role.OFFICER)
    users = appointed(officer)
    readers = {each.pk: people.client(each) for each in users}
    desk = drawn(officer, users[0], files[0])
    assert Reading.objects.filter(ended=None).count() == 36
    declare_and_replace(officer, readers, desk)
    read_all(readers, strict=users[-1].pk)
    opened(officer, files[1])
    counted(officer, files, users[-1])
    assert readers[users[0].pk].get(f"{ROUND}scores/").status_code == 403
