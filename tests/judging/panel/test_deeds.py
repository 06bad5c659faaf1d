"""How bodies are made, members appointed and terms ended, with a refusal for each reason."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.judging.panel import queries
from kinoqor.judging.panel.actions import (
    appoint,
    close_body,
    end_membership,
    make_body,
    photograph,
)
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.panel.words import Barring, BarRule, BodyKind, Ground, Making
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.funding.application.making import text
from tests.judging.panel.making import ACT, appointed, asked, council, filmmaker, officer

pytestmark = pytest.mark.django_db


def today() -> date:
    return timezone.localdate()


def test_a_body_is_made_by_an_act_and_named_after_its_english_name() -> None:
    one, other = council(name=text("Test council")), council(name=text("Test council"))
    assert (one, other) == ("test-council", "test-council-2")
    found = Body.objects.get(ref=one)
    assert (found.act, found.quorum, found.kind) == (ACT, 2, BodyKind.COUNCIL)


def test_a_body_without_an_act_or_of_no_programme_is_refused() -> None:
    with pytest.raises(Refused, match="act by which"):
        council(act=" ")
    said = Making(BodyKind.COUNCIL, text("Test council"), ACT, 1)
    with pytest.raises(Refused, match="no such programme"):
        make_body("no-programme", said, by=officer().doer)


def test_an_appointment_gives_a_seat_of_an_expert_by_its_act_and_writes_a_letter() -> None:
    body, someone = council(), people.user()
    number = appointed(body, someone, chair=True, languages=("kk",), most=12)
    made = Member.objects.get(pk=number)
    seat = made.seat
    assert (seat.role, seat.act, seat.user_id, seat.until) == (Role.EXPERT, ACT, someone.pk, None)
    assert (made.chair, made.languages, made.most) == (True, ["kk"], 12)
    assert made.known["doubts"] == ["unrecorded"]
    assert ACT in Letter.objects.get(receiver=someone.doer.voice).body


def test_the_record_that_the_officer_names_is_kept_with_the_account() -> None:
    filmmaker("p911", "composer", today().year)
    someone = people.user()
    appointed(council(), someone, ref="p911")
    someone.refresh_from_db()
    assert someone.person_ref == "p911"


def test_another_record_than_that_of_the_account_is_refused() -> None:
    someone = people.user()
    User.objects.filter(pk=someone.pk).update(person_ref="p911")
    with pytest.raises(Refused, match="another record of the register: p911"):
        appointed(council(), someone, ref="p912")


@pytest.mark.parametrize(("role", "word"), [("director", "working director"), ("actor", "working actor")])
def test_a_working_director_or_actor_is_barred_with_the_film_that_shows_it(role: str, word: str) -> None:
    filmmaker("p911", role, today().year - 1)
    with pytest.raises(Refused, match=word) as refused:
        appointed(council(), ref="p911")
    assert "The Test Steppe" in str(refused.value.verdict.reason)
    assert refused.value.verdict.clause
    assert not Seat.objects.filter(role=Role.EXPERT).exists()


def test_a_director_of_long_ago_may_sit() -> None:
    filmmaker("p911", "director", today().year - 10)
    assert appointed(council(), ref="p911")


def test_whoever_acts_for_a_company_is_barred_until_they_leave_it() -> None:
    body, someone = council(), people.user()
    seat = people.seated(Role.PRODUCER, someone)
    with pytest.raises(Refused, match="owner of a film company"):
        appointed(body, someone)
    Seat.objects.filter(pk=seat.pk).update(until=date(today().year - 1, 12, 31))
    assert appointed(body, someone)


def test_a_bar_is_not_waved_through_by_whoever_has_looked() -> None:
    filmmaker("p911", "director", today().year)
    someone = people.user()
    with pytest.raises(Refused, match="may not sit"):
        appoint(council(), asked(someone, ref="p911", looked=True), by=officer().doer)


def test_whoever_has_sat_too_many_rounds_rests_where_the_country_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rest = Barring((BarRule(Ground.ROTATION, text("Rule 9")),), rounds_on=1, rounds_off=2)
    body, someone = council(), people.user()
    appointed(body, someone, since=date(2026, 5, 1), until=date(2026, 6, 1))
    monkeypatch.setattr(queries, "barring", lambda _programme: rest)
    with pytest.raises(Refused, match="too many rounds") as refused:
        appointed(body, someone, since=date(2026, 7, 1))
    assert refused.value.verdict.clause == "Rule 9"
    monkeypatch.setattr(queries, "barring", lambda _programme: Barring())
    assert appointed(body, someone, since=date(2026, 7, 1))


def test_what_the_register_leaves_open_has_to_be_looked_into() -> None:
    with pytest.raises(Refused, match="leaves something open"):
        appointed(council(), looked=False)


def test_nobody_sits_twice_on_a_body_and_somebody_may_sit_on_two() -> None:
    one, other, someone = council(), council(), people.user()
    appointed(one, someone)
    with pytest.raises(Refused, match="has a seat on this body"):
        appointed(one, someone)
    assert appointed(other, someone)


def test_a_second_chair_a_term_in_disorder_and_no_act_are_refused() -> None:
    body = council()
    appointed(body, chair=True)
    for more, reason in (
        ({"chair": True}, "has a chair"),
        ({"until": date(2001, 1, 1)}, "ends before it begins"),
        ({"act": " "}, "act that appoints"),
        ({"languages": ("fr",)}, "Kazakh, Russian or English"),
        ({"most": 0}, "between 1 and"),
    ):
        with pytest.raises(Refused, match=reason):
            appointed(body, **more)


def test_nobody_appoints_themselves_nor_somebody_who_is_not_there() -> None:
    body, by = council(), officer()
    with pytest.raises(Refused, match="to themselves"):
        appoint(body, asked(by), by=by.doer)
    gone = people.user()
    User.objects.filter(pk=gone.pk).update(erased=timezone.now())
    with pytest.raises(Refused, match="has this address"):
        appointed(body, gone)


def test_the_end_of_a_term_ends_the_seat_and_is_told() -> None:
    body, someone = council(), people.user()
    number = appointed(body, someone)
    last = today() + timedelta(days=3)
    end_membership(number, last, by=officer().doer, why="Test order No. 8")
    seat = Member.objects.get(pk=number).seat
    assert (seat.until, seat.ended.why if seat.ended else "") == (last, "Test order No. 8")
    assert "Test order No. 8" in Letter.objects.filter(receiver=someone.doer.voice).latest("pk").body


def test_a_term_is_not_ended_without_an_act_in_the_past_later_than_it_ends_or_twice() -> None:
    body = council()
    number = appointed(body, until=today() + timedelta(days=9))
    by = officer().doer
    for last, act, reason in (
        (today(), "", "act that ends"),
        (today() - timedelta(days=1), "Order", "in the past"),
        (today() + timedelta(days=10), "Order", "earlier already"),
    ):
        with pytest.raises(Refused, match=reason):
            end_membership(number, last, by=by, why=act)
    Seat.objects.filter(membership=number).update(until=today() - timedelta(days=1))
    with pytest.raises(Refused, match="over already"):
        end_membership(number, today(), by=by, why="Order")


def test_a_body_is_closed_by_an_act_once_nobody_sits_on_it_and_takes_nobody_afterwards() -> None:
    body, by = council(), officer().doer
    number = appointed(body)
    with pytest.raises(Refused, match="still has members"):
        close_body(body, by=by, why="Order")
    Seat.objects.filter(membership=number).update(until=today() - timedelta(days=1))
    with pytest.raises(Refused, match="act that closes"):
        close_body(body, by=by)
    close_body(body, by=by, why="Order")
    with pytest.raises(Refused, match="was closed"):
        close_body(body, by=by, why="Order")
    with pytest.raises(Refused, match="was closed"):
        appointed(body)


def test_bodies_at_work_stand_before_those_that_were_closed() -> None:
    gone, stays = council(name=text("A body")), council(name=text("B body"))
    close_body(gone, by=officer().doer, why="Order")
    assert [each.ref for each in queries.bodies()] == [stays, gone]


def test_the_photograph_of_a_vote_holds_who_sits_that_day_and_can_be_counted_again() -> None:
    body = council()
    first, second = people.user("Сынақ Бірінші"), people.user("Сынақ Екінші")
    appointed(body, first, chair=True)
    appointed(body, second)
    appointed(body, since=today() - timedelta(days=30), until=today() - timedelta(days=1))
    of = Body.objects.get(ref=body)
    number = photograph(of.pk, "opening:1", today(), [second.pk, 10**6], by=officer().doer)
    taken = Photograph.objects.get(pk=number)
    assert [one["name"] for one in taken.members] == ["Сынақ Бірінші", "Сынақ Екінші"]
    assert [one["chair"] for one in taken.members] == [True, False]
    assert taken.shut_out == [second.pk]
    assert sha256(queries.text_of(taken).encode()).hexdigest() == taken.digest


def test_a_photograph_is_taken_once_for_a_matter_and_never_changed() -> None:
    of = Body.objects.get(ref=council())
    number = photograph(of.pk, "opening:1", today(), by=officer().doer)
    with pytest.raises(Refused, match="kept already"):
        photograph(of.pk, "opening:1", today(), by=officer().doer)
    with pytest.raises(Refused, match="on what the body votes"):
        photograph(of.pk, " ", today(), by=officer().doer)
    with pytest.raises(DatabaseError), transaction.atomic():
        Photograph.objects.filter(pk=number).update(digest="0" * 64)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_letters_are_written_whole_in_the_language_of_their_reader(lang: str) -> None:
    someone = people.user()
    User.objects.filter(pk=someone.pk).update(language=lang)
    number = appointed(council(), someone, until=today() + timedelta(days=30), chair=True, most=5)
    end_membership(number, today(), by=officer().doer, why="Test order No. 8")
    found = Letter.objects.filter(deed__code__startswith="judging.panel")
    assert found.count() == 2
    for each in found:
        assert each.language == lang
        assert "{{" not in each.body
        assert "\n\n\n" not in each.body
        assert f"/{lang}/panels/" in each.body
