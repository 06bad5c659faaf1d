"""The demonstration goes on through the panel by the deeds that people do, and is played once."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Voice
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.words import Standing
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.panel.models import Member
from kinoqor.judging.review.models import Opening, Review
from kinoqor.ledger.deed.models import Deed
from tests.house.tree import ROOT
from tests.make import BY

pytestmark = pytest.mark.long(20)

PACK = ROOT / "packs" / "kz"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def played(house: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A house with its demonstration, played once for all tests of this file; what was said while it was played."""
    plain = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    told = override_settings(DATA=house, DEMO=True, PASSWORD_HASHERS=plain)
    with django_db_blocker.unblock(), told, transaction.atomic():
        load_programmes(PACK, by=BY)
        load_forms(PACK, by=BY)
        call_command("demo_accounts", stdout=StringIO())
        said = StringIO()
        call_command("demo_applications", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


def test_every_file_of_the_first_round_is_read_by_as_many_as_its_call_says(played: str) -> None:
    draw = Draw.objects.get(version__call__ref="demo-script")
    assert draw.standing == Standing.RELEASED
    counts = dict.fromkeys(Reading.objects.filter(draw=draw).values_list("application_id", flat=True), 0)
    for number in Reading.objects.filter(draw=draw, ended=None).values_list("application_id", flat=True):
        counts[number] += 1
    assert len(counts) > 15 and set(counts.values()) == {3}


def test_of_the_second_round_some_reviews_wait_to_be_written(played: str) -> None:
    of = Reading.objects.filter(draw__version__call__ref="demo-package", ended=None)
    handed = Review.objects.filter(reading__in=of).exclude(handed=None).count()
    assert 0 < handed < of.count()


def test_where_an_expert_sat_and_what_one_declared_is_shut_to_them(played: str) -> None:
    conflicts = {each.voice: each for each in Conflict.objects.filter(grade=Grade.BARRED, gone=None)}
    assert {Voice.REGISTER, Voice.MEMBER} <= set(conflicts)
    pairs = Conflict.objects.filter(grade=Grade.BARRED, gone=None).values_list("user", "holder")
    read = {(one.user_id, one.application.name) for one in Reading.objects.select_related("application")}
    assert not read & set(pairs)


def test_what_is_read_whole_is_opened_whole_and_every_influence_is_known(played: str) -> None:
    openings = {each.version.call.ref: each for each in Opening.objects.all()}
    assert set(openings) == {"demo-order", "demo-script"}
    assert openings["demo-order"].missing == 0 and openings["demo-order"].reviews == 3 * 24
    opening = openings["demo-script"]
    assert opening.missing == 0 and opening.reviews > 50
    assert len(opening.influences.found) == 12
    assert (
        opening.feedback.count()
        == opening.version.applications.filter(readings__draw__stage="script").distinct().count()
    )


def test_the_company_in_whose_seat_one_signs_in_reads_its_reasons(played: str) -> None:
    [sent] = Feedback.objects.exclude(sent=None).select_related("application__organisation")
    assert sent.application.organisation == Organisation.objects.get(
        seats__user__email="producer@example.org"
    )
    assert "reasons sent to 1 applicant" in played
    assert all(each["text"] == each["said"] for each in sent.pieces)


def test_it_was_made_by_the_deeds_that_people_do(played: str) -> None:
    [whole] = Deed.objects.filter(code="judging.rehearsal.played")
    inside = set(Deed.objects.filter(within=whole).values_list("code", flat=True))
    assert {
        "judging.panel.made", "judging.panel.appointed", "judging.assignment.frozen", "judging.assignment.drawn",
        "judging.assignment.released", "judging.review.handed_in",
    } <= inside  # fmt: skip
    assert Member.objects.count() == 12


# Without the mark of a test on the database: that would put it before all others, and the demonstration be played twice.
def test_played_again_it_changes_nothing(played: str, house: Path) -> None:
    before = Deed.objects.count(), Reading.objects.count()
    said = StringIO()
    call_command("demo_applications", stdout=said)
    assert "played before" in said.getvalue()
    assert (Deed.objects.count(), Reading.objects.count()) == before
