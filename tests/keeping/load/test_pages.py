"""The pages of a load, from the file to the result, and who may see them."""

from io import BytesIO

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from kinoqor import settings as house
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.load import views
from kinoqor.keeping.load.actions import GO_ON
from kinoqor.keeping.load.clock import go_on
from kinoqor.keeping.load.models import Brought, Load, LoadRow
from kinoqor.keeping.load.words import State
from kinoqor.kit import progress
from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.table import Form, Limits
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.card.models import Card
from kinoqor.register.subject.words import Kind
from tests import make, people
from tests.keeping.load import tables
from tests.keeping.load.sending import loaded, sent

pytestmark = pytest.mark.django_db
NEW = "/en/desk/loads/new/"


@pytest.fixture
def archivist() -> Client:
    someone = people.user("Сынақ Мұрағатшы")
    people.seated(Role.ARCHIVIST, someone, where=people.body())
    return people.client(someone)


def file(raw: bytes, name: str = "films.xlsx") -> BytesIO:
    found = BytesIO(raw)
    found.name = name
    return found


def send(browser: Client, raw: bytes, name: str = "films.xlsx", **more: str) -> str:
    """Send a file; the address it leads to, or what the page says."""
    answer = browser.post(NEW, {"file": file(raw, name), "kind": Kind.WORK, "sender": ""} | more)
    return answer.headers.get("Location", "") or answer.content.decode()


def columns(browser: Client, place: str, **more: str) -> str:
    """Say what the columns mean as the page guesses it; where that leads."""
    found = browser.get(place).context["form"]
    given = {name: found[name].initial or "" for name in found.fields}
    answer = browser.post(place, given | more)
    return answer.headers.get("Location", "") or answer.content.decode()


def test_a_table_goes_from_the_file_to_the_register(archivist: Client) -> None:
    place = send(archivist, tables.table())
    assert place.endswith("/columns/")
    page = columns(archivist, place)
    dry = archivist.get(page).content.decode()
    assert "460 rows would be loaded" in dry and "40 rows to mend" in dry and Card.objects.count() == 0
    assert archivist.post(f"{page}confirm/").headers["Location"] == page
    assert "460 rows were loaded" in archivist.get(page).content.decode()
    assert Card.objects.filter(kind=Kind.WORK).count() == 460
    answer = archivist.get(f"{page}back/")
    assert len(read(answer.content, Limits()).rows) == 40
    assert "attachment" in answer["Content-Disposition"] and answer["Cache-Control"] == "private, no-store"
    withdrawn = archivist.post(f"{page}withdraw/", {"why": "Another fund."})
    assert withdrawn.headers["Location"] == page and Card.objects.count() == 0
    assert "withdrawn again" in archivist.get(page).content.decode()


def test_what_a_sender_meant_is_offered_next_time_and_to_no_other_sender(archivist: Client) -> None:
    raw = tables.table(Form.CSV, [["A", "B", "C"]], ["Inv", "Name of it", "When"])
    place = send(archivist, raw, sender="First archive")
    columns(archivist, place, c1="title.en", c2="year", source="Author, Title, 1979, p. 12")
    again = archivist.get(send(archivist, raw, sender="First archive"))
    assert [again.context["form"][f"c{at}"].initial for at in range(3)] == ["", "title.en", "year"]
    assert "last table" in again.content.decode() and "sent before" in again.content.decode()
    other = archivist.get(send(archivist, raw, sender="Second archive"))
    assert [other.context["form"][f"c{at}"].initial for at in range(3)] == ["", "", ""]


def test_columns_that_cannot_be_are_answered_at_their_place(archivist: Client) -> None:
    place = send(archivist, tables.table())
    assert "means this already" in columns(archivist, place, c3="year")
    assert "which column has the title" in columns(archivist, place, c0="", c1="")
    assert "not a web address" in columns(archivist, place, source="https://nowhere")
    assert Load.objects.get().state == State.OPEN


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "neither a CSV"),
        ("Titel\nBär über\n".encode("latin-1"), "cannot be told"),
        (b"a,b\n" + b"1,2\n" * 1_000_000, "too large"),
    ],
)
def test_a_file_that_is_not_taken_is_answered_and_leaves_nothing(
    archivist: Client, raw: bytes, words: str
) -> None:
    assert words in send(archivist, raw, "films.xlsx")
    assert Load.objects.count() == 0 and LoadRow.objects.count() == 0
    assert not Deed.objects.filter(code="keeping.load.uploaded").exists()


def test_a_text_that_is_called_a_workbook_is_read_as_text(archivist: Client) -> None:
    send(archivist, tables.table(Form.CSV), "films.xlsx")
    assert Load.objects.get().form == Form.CSV


def test_a_file_of_fifty_megabytes_is_let_go_by_and_answered(archivist: Client, settings: Settings) -> None:
    settings.UPLOAD_MOST = 1 << 20
    words = send(archivist, b"a,b\n" + b"1,2\n" * 1_000_000)
    assert "larger than 1 MB" in words and Load.objects.count() == 0


def test_what_is_larger_than_anything_that_could_be_meant_is_not_even_read(
    archivist: Client, settings: Settings
) -> None:
    settings.UPLOAD_MOST = 1000
    answer = archivist.post(NEW, {"file": file(b"a,b\n" * 10_000), "kind": Kind.WORK})
    assert answer.status_code == 413 and "far larger" in answer.content.decode()


def test_a_form_without_a_file_is_answered(archivist: Client) -> None:
    assert "Please correct this" in archivist.post(NEW, {"kind": Kind.WORK, "sender": ""}).content.decode()


def test_markup_in_names_headings_and_cells_is_text(archivist: Client) -> None:
    evil = "<img src=x onerror=a()>"
    place = send(
        archivist,
        tables.table(Form.CSV, [[evil, "1970"]], [f"title {evil}", "year"]),
        f"{evil}.csv",
        sender=evil,
    )
    assert "<img" not in archivist.get(place).content.decode()
    page = columns(archivist, place, c0="title.en", source="Author, Title, 1979")
    for where in (page, f"{page}doubts/", "/en/desk/loads/"):
        assert "<img" not in archivist.get(where).content.decode()


def test_the_file_is_kept_under_its_digest_and_no_address_leads_to_it(archivist: Client) -> None:
    raw = tables.table()
    send(archivist, raw)
    digest = Load.objects.get().digest
    with storages["kept"].open(f"{digest[:2]}/{digest}") as kept:
        assert kept.read() == raw
    assert archivist.get(storages["kept"].url(f"{digest[:2]}/{digest}")).status_code == 404
    assert house.STATIC_ROOT not in (house.FILES, *house.FILES.parents)


def do_the_job() -> None:
    """Do the job that was called last, as the worker does it."""
    called = DBTaskResult.objects.filter(task_path=GO_ON).latest("enqueued_at")
    go_on.call(*called.args_kwargs["args"])


def test_a_large_file_is_worked_on_by_a_job_and_its_page_tells_how_far_it_is(
    archivist: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "AT_ONCE", 5)
    page = columns(archivist, send(archivist, tables.table(body=tables.rows(20, 2))))
    progress.go_on(f"load:{Load.objects.get().pk}", 5, 20)
    shown = archivist.get(page).content.decode()
    assert "are being checked" in shown and "25 %" in shown and 'http-equiv="refresh"' in shown
    assert archivist.get(f"{page}progress/").json() == {"working": True, "done": 5, "of": 20}
    do_the_job()
    assert Load.objects.get().state == State.CHECKED
    archivist.post(f"{page}confirm/")
    assert (Load.objects.get().state, Brought.objects.count()) == (State.LOADING, 0)
    do_the_job()
    assert (Load.objects.get().state, LoadRow.objects.filter(taken=True).count()) == (State.LOADED, 18)
    assert archivist.get(f"{page}progress/").json()["working"] is False


def test_doubtful_rows_are_decided_on_one_by_one(archivist: Client) -> None:
    make.film("f901", "Test MountainMountainMountainRoad", year="1954")
    make.settled()
    page = columns(archivist, send(archivist, tables.table(body=tables.rows(8, 0))))
    shown = archivist.get(f"{page}doubts/").content.decode()
    assert "It is f901, Test MountainMountainMountainRoad (1954)" in shown
    answer = archivist.post(f"{page}doubts/", {"r6": "f901"})
    assert answer.headers["Location"] == page
    archivist.post(f"{page}confirm/")
    assert Card.objects.get(ref="f901").title_kk and Card.objects.count() == 8


@pytest.mark.parametrize("step", ["confirm", "aside", "again"])
def test_what_may_not_be_is_refused_with_its_reason(archivist: Client, step: str) -> None:
    number = loaded(tables.rows(2, 0))
    answer = archivist.post(f"/en/desk/loads/{number}/{step}/")
    assert answer.status_code == 403 and "This is not open to you" in answer.content.decode()


def test_an_empty_list_says_what_to_do_and_offers_examples(archivist: Client) -> None:
    page = archivist.get("/en/desk/loads/").content.decode()
    assert "No table has been sent yet" in page
    for kind in ("film", "person", "organisation"):
        answer = archivist.get(reverse("load-example", args=[kind, "xlsx"]))
        assert read(answer.content, Limits()).rows
    assert archivist.get(reverse("load-example", args=["event", "xlsx"])).status_code == 404
    assert archivist.get(reverse("load-example", args=["film", "exe"])).status_code == 404


PLACES = ("", "columns/", "doubts/", "confirm/", "withdraw/", "back/", "progress/")
POSTS = ("columns/", "doubts/", "confirm/", "withdraw/", "aside/", "again/")


def test_a_load_of_another_organisation_is_not_there() -> None:
    number = sent(tables.rows(2, 1))
    someone = people.user()
    people.seated(Role.ARCHIVIST, someone, where=people.body(OrganisationKind.ARCHIVE, "Another archive"))
    browser = people.client(someone)
    for place in PLACES:
        assert browser.get(f"/en/desk/loads/{number}/{place}").status_code == 404, place
    for place in POSTS:
        assert browser.post(f"/en/desk/loads/{number}/{place}").status_code == 404, place
    assert "No table has been sent yet" in browser.get("/en/desk/loads/").content.decode()


def test_an_administrator_sees_every_load_and_changes_none() -> None:
    number = sent(tables.rows(2, 1))
    browser = people.signed_in(Role.ADMINISTRATOR)
    page = browser.get(f"/en/desk/loads/{number}/").content.decode()
    assert "Load the rows" not in page
    assert browser.get(f"/en/desk/loads/{number}/back/").status_code == 200
    for place in POSTS:
        assert browser.post(f"/en/desk/loads/{number}/{place}").status_code == 403, place
    assert browser.get(NEW).status_code == 403


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR, Role.PRODUCER])
def test_other_roles_have_no_intake(role: Role) -> None:
    number = sent(tables.rows(2, 1))
    browser = people.signed_in(role)
    for place in ("/en/desk/loads/", NEW, f"/en/desk/loads/{number}/", "/en/desk/loads/999/"):
        assert browser.get(place).status_code == 403, place


def test_each_number_of_the_list_opens_its_rows(archivist: Client) -> None:
    number = sent(tables.rows(10, 5))
    page = archivist.get("/en/desk/loads/").content.decode()
    for outcome in ("new", "refused"):
        assert f"/en/desk/loads/{number}/?outcome={outcome}" in page
        rows = archivist.get(f"/en/desk/loads/{number}/?outcome={outcome}").context["rows"]
        assert len(rows) == 5


def cost(browser: Client, place: str) -> int:
    browser.get(place)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(place).status_code == 200
    return len(captured.captured_queries)


def test_a_page_costs_as_many_questions_with_three_rows_as_with_one(archivist: Client) -> None:
    for at in range(1, 4):
        make.film(f"f90{at}", f"Test MountainMountainMountain{tables.ENGLISH[at]}", year=str(1950 + at))
    make.settled()
    one, three = sent(tables.rows(2, 0)[1:]), sent(tables.rows(4, 0)[1:])
    for place in ("", "doubts/", "columns/", "confirm/"):
        costs = [cost(archivist, f"/en/desk/loads/{number}/{place}") for number in (one, three)]
        assert costs[0] == costs[1], place
    two = cost(archivist, "/en/desk/loads/")
    sent(tables.rows(2, 1))
    assert cost(archivist, "/en/desk/loads/") == two


def test_a_check_costs_as_many_questions_with_many_rows_as_with_few() -> None:
    people.body()
    costs = []
    for many in (5, 50):
        with CaptureQueriesContext(connection) as captured:
            sent(tables.rows(many, 0))
        asked = [each["sql"] for each in captured.captured_queries if each["sql"].startswith("SELECT")]
        costs.append(len(asked))
    assert costs[0] == costs[1]
