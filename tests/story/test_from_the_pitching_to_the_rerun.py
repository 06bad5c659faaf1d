"""A round is decided, from the pitching to its annulment: who was shown out, who did not come, a quota, lots, a departure
with its price, an unlawful sitting refused, a commission that cuts, an order, an embargo, letters, an objection, a
re-check, and the round that repeats it. Everybody in it is invented, and so are their films.
"""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.deciding.allocation import actions as lists
from kinoqor.deciding.allocation import clock as reckoning
from kinoqor.deciding.allocation import queries as listed
from kinoqor.deciding.allocation.adapters.pitched import pitched
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.commission.actions import approve_rest
from kinoqor.deciding.order import queries as orders
from kinoqor.deciding.order.actions import lay_out
from kinoqor.deciding.order.words import Standing as Ordered
from kinoqor.deciding.pitching import actions as hall
from kinoqor.deciding.pitching import queries as pitchings
from kinoqor.deciding.pitching.adapters.hall import hearers
from kinoqor.deciding.pitching.words import Came, Half, Sheet
from kinoqor.deciding.publication import queries as results
from kinoqor.deciding.publication.actions import lift, prepare
from kinoqor.deciding.publication.clock import tell_all
from kinoqor.deciding.recheck import actions as after
from kinoqor.deciding.recheck import clock as later
from kinoqor.deciding.recheck import queries as rechecks
from kinoqor.deciding.recheck.words import Changes, Ground
from kinoqor.deciding.session import actions as council
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.words import Matter, Meeting, Point
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import one
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import Call
from kinoqor.funding.call.queries import published
from kinoqor.funding.estimate.models import Estimate
from kinoqor.judging.assignment.adapters.written import as_announced, strung
from kinoqor.judging.panel.models import Member
from kinoqor.judging.panel.words import Vote
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.log.models import Leaf
from tests import people
from tests.deciding import making, ruling
from tests.deciding.order import signing
from tests.funding.application.making import company, producer, text
from tests.judging import making as judging
from tests.judging.making import REF, STAGE

pytestmark = [pytest.mark.django_db, pytest.mark.long(20)]

MILLION = 100_000_000  # minor units
NOW = timezone.now()
DAY = (NOW + timedelta(days=30)).date()
WHY = "The only film about the lake that the list could have."
RESULT = f"/en/results/{REF}/{STAGE}/"
# The marks of each film, by the readers and in the hall alike: the fourth and the fifth are level at the line.
MARKS = (9, 8, 4, 7, 7, 6, 5)
DOCUMENTARY, LEVEL, LEFT, MISSED = 2, (3, 4), 5, 6  # places of films


def refused(deed: Callable[..., object], *args: object, **more: object) -> str:
    """Why a deed is refused."""
    with pytest.raises(Refused) as found:
        deed(*args, **more)
    return str(found.value.verdict.reason)


def call() -> None:
    """Four films fit into the money; one of them has to be a documentary; lots decide between films that are level."""
    award = {
        "pitching": {"minutes": 15, "weight": 40, "notice_days": 0},
        "voting": {"form": "named", "majority": "present"},
        "purse": {"least_points": 100, "company_films": 2, "lots": "ties", "departures": True},
    }  # fmt: skip
    stream = {"code": "social", "name": text("Social"), "envelope": 400_000_000, "year": 2026}
    manner = judging.MANNER | {"draw": {"source": "numbers"}}
    making.call(award, [making.QUOTA], streams=[stream], pairs=[], judging=[manner])


def read(applicant: User, members: list[Member]) -> list[Application]:
    """Seven films that were read and opened, each asking for a hundred millions; the first is that of the applicant."""
    own = company("Company of the story")
    people.seated(Role.PRODUCER, applicant, where=own)
    films = [judging.admitted(applicant, own), *(judging.admitted(producer()) for _mark in MARKS[1:])]
    Application.objects.filter(pk=films[DOCUMENTARY].pk).update(kind="documentary-full")
    for film, mark in zip(films, MARKS, strict=True):
        for each in members[-3:]:
            judging.review(judging.reading(film, each), {"plot": mark, "dramaturgy": mark})
        plan = [{"whose": "asked", "text": "", "amount": 100 * MILLION, "proof": ""}]
        Estimate.objects.update_or_create(
            holder=film.name, defaults={"plan": plan, "changed": judging.deed()}
        )
    judging.opened()
    return films


def planned(films: list[Application], members: list[Member], by: Mapping[str, Any]) -> int:
    """The programme of one day, on which a member is away and an applicant comes after noon; it is known to all."""
    plan: int = hall.prepare(REF, STAGE, judging.body().pk, **by)
    day = {
        "day": DAY.isoformat(),
        "first": "10:00",
        "last": "18:00",
        "rest_from": "13:00",
        "rest_until": "14:00",
    }
    hall.set_days(plan, [day], 15, text("The hall of the story"), "", 1, **by)
    hall.declare_away(plan, "member", members[0].pk, DAY, "", "Abroad", **by)
    hall.declare_away(plan, "application", films[1].pk, DAY, Half.MORNING, "On the way", **by)
    hall.plan_programme(plan, **by)
    hall.publish(plan, NOW, **by)
    late = pitchings.slots(plan).get(application=films[1])
    assert late.at is not None and pitchings.place(late.plan, late.at).begins >= 14 * 60
    assert {one(each.pk).state for each in films} == {State.TO_PITCH}
    return plan


def heard(plan: int, films: list[Application], members: list[Member], by: Mapping[str, Any]) -> None:
    """All but one come; whoever is tied to a film is shown out of it and marks nothing; nobody sees a mark before all are
    opened together.
    """
    marks = {film.pk: mark for film, mark in zip(films, MARKS, strict=True)}
    there, tied = hearers(pitchings.held(plan)), members[1]
    for slot in pitchings.slots(plan):
        assert slot.at is not None
        end = slot.at + timedelta(minutes=15)
        given = Sheet(dict.fromkeys(("plot", "dramaturgy"), marks[slot.application_id]))
        missed = slot.application_id == films[MISSED].pk
        if slot.application_id == films[0].pk:
            assert "shown out" in refused(hall.note_came, slot.pk, Came.PITCHED, end, **by)
            hall.show_out(slot.pk, tied.pk, **by)
        hall.note_came(slot.pk, Came.NO_SHOW if missed else Came.PITCHED, end, **by)
        if slot.application_id == films[0].pk:
            assert "conflict" in refused(hall.hand_in, slot.pk, given, 0, end, by=tied.seat.user.doer)
            assert tied.pk not in there[slot.pk]
        for each in members if not missed else ():
            if each.pk in there[slot.pk]:
                hall.hand_in(slot.pk, given, 0, end, by=each.seat.user.doer)
    version = published(REF)
    assert version is not None and pitched(version, STAGE) == {}
    hall.open_sheets(plan, (), False, NOW + timedelta(days=31), **by)
    assert len(pitched(version, STAGE)) == len(films) - 1


def allocated(films: list[Application], by: Mapping[str, Any]) -> Allocation:
    """The list: the quota brings in a film, lots decide between two that are level, one comes in against the list."""
    announced = [{"code": "lotto", "name": text("The lottery"), "day": DAY.isoformat()}]
    number: int = lists.freeze(REF, STAGE, NOW, announced=announced, **by)
    reckoning.work.call(number)
    waits = listed.whole(number)
    level = {films[each].pk for each in LEVEL}
    assert waits.computed_id is None and {waits.codes[each] for each in waits.progress["band"]} == level
    lists.take_chance(number, strung([[5, 17, 23]]), as_announced, NOW + timedelta(days=1), **by)
    reckoning.work.call(number)
    reckoning.tell.call(number)
    of = listed.whole(number)
    found = listed.read(of)
    assert found is not None and check(found.case, found.result) == []
    inside = {row.application for row in listed.listed(of) if row.funded}
    assert films[DOCUMENTARY].pk in inside and len(inside & level) == 1 and films[LEFT].pk not in inside
    lists.depart(number, films[LEFT].pk, True, WHY, departed, **by)
    [one_] = listed.departures(number)
    assert one_.price["entering"] and one_.price["leaving"]
    return listed.whole(number)


def adopted(of: Allocation, members: list[Member], by: Mapping[str, Any]) -> None:
    """A sitting without a chair is refused; with one the council votes: line, departure, list."""
    [departure] = listed.departures(of)
    agenda = (Point(Matter.DEPARTURE, departure=departure.pk), Point(Matter.LIST))
    meeting = Meeting(REF, STAGE, judging.body().ref, NOW + timedelta(hours=1), "Hall 2", agenda)
    sitting: int = council.call_sitting(meeting, NOW, **by)
    for each in members:
        council.note_came(sitting, each.pk, NOW, **by)
    assert "no chair" in refused(council.open_sitting, sitting, NOW, **by)
    chair = judging.member(name="Сынақ Төраға", chair=True)
    council.note_came(sitting, chair.pk, NOW, **by)
    council.open_sitting(sitting, NOW, **by)
    last = Item.objects.get(sitting=sitting, matter=Matter.LIST)
    assert "voted on first" in refused(council.open_vote, last.pk, NOW, **by)
    assert council.put_lines(last.pk, NOW, **by) == 1
    for item in Item.objects.filter(sitting=sitting).order_by("number"):
        council.open_vote(item.pk, NOW, **by)
        out = members[1] if item.matter == Matter.FILM else None
        if out:
            assert "conflict" in refused(council.cast, item.pk, Vote.FOR, NOW, by=out.seat.user.doer)
        for each in (*members, chair):
            if each != out:
                council.cast(item.pk, Vote.FOR, NOW, by=each.seat.user.doer)
        assert council.close_vote(item.pk, NOW, **by)
    assert len(council.close_sitting(sitting, **by)) == 3
    assert listed.whole(of.pk).adopted_id


def ordered(of: Allocation, by: Mapping[str, Any]) -> int:
    """The commission cuts one and refuses one; what is missing keeps the order from being laid out; then it is signed."""
    ruling.commission()
    first, second, *others = [row for row in listed.listed(of) if row.funded]
    ruling.cut(one(first.application), first.award - 10 * MILLION, {"script": 10 * MILLION})
    ruling.refuse(one(second.application))
    early = ruling.drafted()
    assert "without a ruling" in refused(lay_out, early, **by)
    rest = [row.application for row in others]
    approve_rest(REF, STAGE, rest, (), ruling.APPROVED, **by)
    number = ruling.drafted()
    lay_out(number, **by)
    order = orders.order(number)
    assert order is not None and set(orders.papers_of(order)) == {"kk", "ru", "en"}
    signing.sign(number)
    signed = orders.signed(of)
    assert signed is not None and signed.total == sum(row["award"] for row in signed.rows) == 290 * MILLION
    return number


def published_at_its_moment(films: list[Application], browser: Client, by: Mapping[str, Any]) -> None:
    """Before the moment nobody sees anything; after it everybody does, and every applicant has a letter."""
    own = f"/en/applications/{films[0].pk}/result/"
    moment = timezone.now() - timedelta(minutes=1)
    number: int = prepare(REF, STAGE, moment, moment - timedelta(days=1), **by)
    assert browser.get(own).status_code == Client().get(RESULT).status_code == 404
    assert {one(each.pk).state for each in films} == {State.PITCHED, State.NO_SHOW}
    assert "moment" in refused(lift, number, moment - timedelta(seconds=1), **by)
    lift(number, timezone.now(), **by)
    tell_all.call(number)
    assert not results.untold(number).exists()
    assert {one(each.pk).state for each in films} == {State.ORDERED, State.NOT_CHOSEN}
    said = {each.application_id: each.line.get("reason") for each in results.outcomes(results.of(REF, STAGE))}  # type: ignore[arg-type]
    assert said[films[MISSED].pk] == "no_show" and "commission" in said.values()


def annulled(films: list[Application], order: int, of: Allocation, by: Mapping[str, Any]) -> None:
    """The round is annulled: its films lose their places, the order falls, everything stays to be read and is logged."""
    why = "The chair was appointed after the sitting was called."
    after.annul_round(REF, Ground.COMPOSITION, "Test act, clause 3", why=why, **by)
    fallen = orders.order(order)
    assert fallen is not None and fallen.standing == Ordered.ANNULLED and fallen.statement
    assert {one(each.pk).state for each in films} == {State.REVOKED, State.NOT_CHOSEN}
    assert listed.listed(listed.whole(of.pk)) == listed.listed(of)
    kinds = set(Leaf.objects.filter(of=REF).values_list("kind", flat=True))
    assert {"order.signed", "result.published", "check.repeated", "call.annulled"} <= kinds
    assert after.repeat("test-call-again", REF, **by)
    again = Call.objects.get(ref="test-call-again")
    assert again.rerun_of is not None and again.rerun_of.ref == REF


def test_a_round_is_decided_from_the_pitching_to_the_round_that_repeats_it() -> None:
    call()
    officer, applicant = ruling.officer(), people.user("Сынақ Өтініш Беруші")
    by: dict[str, Any] = {"by": officer.doer}
    members = [judging.member(name=f"Сынақ Мүше {number}") for number in range(5)]
    films = read(applicant, members)
    judging.barred(members[1].seat.user, films[0])
    browser = people.client(applicant)
    heard(planned(films, members, by), films, members, by)
    of = allocated(films, by)
    adopted(of, members, by)
    of = listed.whole(of.pk)
    order = ordered(of, by)
    published_at_its_moment(films, browser, by)
    assert browser.get(RESULT).status_code == 200
    assert browser.get(f"/en/applications/{films[0].pk}/result/").status_code == 200
    out = next(film for film in films if one(film.pk).state == State.NOT_CHOSEN)
    words = "The hall was not told of our second partner."
    objected: int = after.object_to(out.pk, words, timezone.now(), by=applicant.doer)
    said: dict[str, Any] = {"why": "The list is computed once more with more money."}
    assert "took part" in refused(after.answer, objected, "accepted", timezone.now(), **by, **said)
    after.answer(objected, "accepted", timezone.now(), by=ruling.officer().doer, **said)
    more: int = after.ask(
        of.pk, Changes(envelopes={"social": 600 * MILLION}), "As the objection asks for it.", **by
    )
    later.work.call(more)
    apart = rechecks.recheck(more)
    assert apart is not None and apart.difference is not None and apart.difference["entering"]
    annulled(films, order, of, by)
    assert Client().get(RESULT).status_code == 200
    assert json.loads(Client().get(f"/en/results/{REF}/{STAGE}.json").getvalue())
