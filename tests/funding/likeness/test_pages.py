"""What an officer sees of applications that look alike, and that nobody else sees it."""

import pytest
from django.test import Client

from kinoqor.accounts.role.words import Role
from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.application.models import Application
from kinoqor.funding.likeness.actions import trace
from kinoqor.funding.likeness.clock import trace_filed
from kinoqor.funding.likeness.models import Mark, Trace
from kinoqor.funding.likeness.queries import like, one, to_trace
from kinoqor.funding.likeness.words import Sign
from kinoqor.funding.question.models import FormVersion
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.spelling.actions import reindex
from tests import make, people
from tests.funding.application import making
from tests.funding.likeness.test_rules import TEXT
from tests.make import BY

pytestmark = pytest.mark.django_db


def filed(title: str, company: str, synopsis: str = "", **more: object) -> int:
    """An application that was filed, with a title and a synopsis."""
    made = making.application(of=making.company(company), titles={"kk": title})
    values = made.values | ({"synopsis": synopsis} if synopsis else {})
    Application.objects.filter(pk=made.pk).update(values=values, filed_at=making.NOW, state="filed", **more)
    return made.pk


@pytest.fixture
def three() -> tuple[int, int, int]:
    """Two of one script by two companies in two scripts of writing, and one of neither."""
    first = filed("Сынақ даласы", "Test company", TEXT)
    second = filed("Synaq dalasy", "Another company", TEXT + " Соңында олар бірге жолға шығады.")
    return first, second, filed("Мүлде бөлек", "Third company")


@pytest.mark.parametrize("traced", [True, False])
def test_the_same_script_of_another_company_is_found_with_why(
    three: tuple[int, int, int], traced: bool
) -> None:
    if traced:
        assert trace_filed.call() == 3
        assert not to_trace().exists()
    [found] = like(one(three[0]))
    assert found.other.pk == three[1]
    assert found.strong
    assert [why.sign for why in found.why] == [Sign.TEXT, Sign.TITLE]


def test_what_was_changed_is_traced_anew_and_twice_changes_nothing(three: tuple[int, int, int]) -> None:
    trace(three[0], by=BY)
    before = Mark.objects.count()
    trace(three[0], by=BY)
    assert (Trace.objects.count(), Mark.objects.count()) == (1, before)
    Application.objects.filter(pk=three[0]).update(revision=9)
    assert three[0] in to_trace().values_list("pk", flat=True)


def test_a_draft_is_shown_to_nobody(three: tuple[int, int, int]) -> None:
    Application.objects.filter(pk=three[1]).update(filed_at=None)
    assert like(one(three[0])) == []


def test_the_page_tells_why_and_what_the_register_has(three: tuple[int, int, int]) -> None:
    make.film("f955", "Synaq dalasy", year="1999")
    make.settled()
    reindex(by=BY)
    officer = people.signed_in(Role.OFFICER)
    for lang in ("kk", "ru", "en"):
        assert officer.get(f"/{lang}/desk/applications/{three[0]}/alike/").status_code == 200
    shown = officer.get(f"/en/desk/applications/{three[0]}/alike/").content.decode()
    assert "one title, but for script and spelling" in shown
    assert "100% of the shorter text" in shown
    assert "1999" in shown
    empty = officer.get(f"/en/desk/applications/{three[2]}/alike/").content.decode()
    assert "No other filed application" in empty


def test_nobody_but_officers_and_auditors_sees_it(three: tuple[int, int, int]) -> None:
    page = f"/en/desk/applications/{three[0]}/alike/"
    assert Client().get(page).status_code == 302
    assert people.signed_in(Role.PRODUCER).get(page).status_code == 403
    assert people.signed_in(Role.AUDITOR).get(page).status_code == 200
    assert people.signed_in(Role.OFFICER).get(page.replace(str(three[0]), "999999")).status_code == 404


def test_one_company_is_known_by_the_number_in_its_file_whatever_it_is_called(
    three: tuple[int, int, int],
) -> None:
    number = "990140000385"
    for of in (three[0], three[2]):
        body = one(of).organisation
        deed = Deed.objects.latest("pk")
        version = FormVersion.objects.latest("pk")
        Applicant.objects.create(
            organisation=body, form_version=version, values={"bin": number}, made=deed, changed=deed
        )
    found = {each.other.pk: each for each in like(one(three[0]))}
    assert [why.sign for why in found[three[2]].why] == [Sign.COMPANY]
    assert not found[three[2]].strong
