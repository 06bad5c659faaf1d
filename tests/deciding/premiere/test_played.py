"""The demonstration is decided by the deeds that people do, from the pitching to the published order, and once."""

from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.commission.queries import rulings, settled
from kinoqor.deciding.order import queries as orders
from kinoqor.deciding.pitching.models import Contact, Out, Plan, Sheet, Slot
from kinoqor.deciding.pitching.words import Came
from kinoqor.deciding.pitching.words import Standing as Planned
from kinoqor.deciding.publication import queries as results
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.queries import adopted
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.ledger.deed.models import Deed
from tests.house.tree import ROOT
from tests.make import BY

pytestmark = [pytest.mark.long(40), pytest.mark.timeout(900)]

PACK = ROOT / "packs" / "kz"
REF, STAGE = "demo-order", "package"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def played(house: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A house whose demonstration was decided, once for all tests of this file; what was said meanwhile."""
    plain = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    told = override_settings(DATA=house, DEMO=True, PASSWORD_HASHERS=plain)
    with django_db_blocker.unblock(), told, transaction.atomic():
        load_programmes(PACK, by=BY)
        load_forms(PACK, by=BY)
        call_command("demo_accounts", stdout=StringIO())
        call_command("demo_applications", stdout=StringIO())
        said = StringIO()
        call_command("demo_decision", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_in_a_house_without_its_applications_nothing_is_decided_and_it_is_said_why() -> None:
    said = StringIO()
    with override_settings(DEMO=True):
        call_command("demo_decision", stdout=said)
    assert "Play the applications and their reading first" in said.getvalue()
    assert not Plan.objects.exists()


def test_a_round_is_heard_with_somebody_who_did_not_come_and_members_shown_out(played: str) -> None:
    plan = Plan.objects.get(version__call__ref=REF)
    came = Counter(Slot.objects.filter(plan=plan).values_list("came", flat=True))
    assert plan.standing == Planned.OPENED and came[Came.PITCHED] > 20 and came[Came.NO_SHOW] == 1
    assert Out.objects.filter(slot__plan=plan).exists()
    out = set(Out.objects.values_list("slot", "member"))
    assert not out & set(Sheet.objects.filter(slot__plan=plan).values_list("slot", "member"))
    missed = Slot.objects.get(plan=plan, came=Came.NO_SHOW)
    assert {each.at < missed.at for each in Contact.objects.filter(slot=missed)} == {True}


def test_the_list_that_the_council_adopted_keeps_its_rules_and_has_a_departure_with_its_price(
    played: str,
) -> None:
    of = lists.current(REF, STAGE)
    assert of is not None and of.told
    found = lists.read(of)
    assert found is not None and check(found.case, found.result) == []
    assert 10 <= sum(row.funded for row in lists.listed(of)) <= 12
    [one] = Departure.objects.filter(allocation=of, dropped=None)
    assert one.comes_in and one.price["leaving"] and one.price["value"]
    vote = adopted(of)
    assert vote is not None and vote.counts is not None and vote.counts["quorate"]
    apart = Item.objects.filter(sitting=vote.sitting, matter="film")
    assert {each.counts["shut_out"] for each in apart if each.counts} == {1}


def test_the_commission_cut_one_and_refused_one_and_the_order_is_signed(played: str) -> None:
    of = Allocation.objects.get()
    said = Counter(each.said for each in rulings(of).values())
    assert settled(of) and said["cut"] == said["refused"] == 1 and said["approved"] > 7
    order = orders.signed(of)
    assert order is not None and set(orders.papers_of(order)) == {"kk", "ru", "en"}
    assert order.made.pk < order.signed_id and orders.lacks(of) == []
    assert f"films: {len(order.rows)}" in played


def test_the_result_is_out_and_every_applicant_was_written_to(played: str) -> None:
    publication = results.of(REF, STAGE)
    assert publication is not None and results.visible(publication, timezone.now())
    assert not results.untold(publication.pk).exists()
    reasons = {each.line.get("reason") for each in results.outcomes(publication)}
    assert {"pass", "envelope", "no_show", "commission"} <= reasons
    states = Counter(Application.objects.filter(version__call__ref=REF).values_list("state", flat=True))
    assert states[State.ORDERED] >= 9 and states[State.NOT_CHOSEN] > 8 and not states[State.PITCHED]


def test_the_pitching_of_another_round_is_known_and_still_to_be_held(played: str) -> None:
    plan = Plan.objects.get(version__call__ref="demo-package")
    assert plan.standing == Planned.PUBLISHED
    assert all(each.at and each.at > timezone.now() for each in plan.slots.all())


def test_it_was_made_by_the_deeds_that_people_do(played: str) -> None:
    [whole] = Deed.objects.filter(code="deciding.premiere.played")
    inside = set(Deed.objects.filter(within=whole).values_list("code", flat=True))
    assert {
        "deciding.pitching.published", "deciding.pitching.opened", "deciding.allocation.frozen",
        "deciding.session.voted", "deciding.commission.ruled", "deciding.order.confirmed",
        "deciding.publication.lifted",
    } <= inside  # fmt: skip


# Without the mark of a test on the database: that would put it before all others, and the demonstration be played twice.
def test_decided_again_it_changes_nothing(played: str, house: Path) -> None:
    before = Deed.objects.count()
    said = StringIO()
    call_command("demo_decision", stdout=said)
    assert "decided before" in said.getvalue() and Deed.objects.count() == before
