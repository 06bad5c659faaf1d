"""A pitching in records, step by step; all invented."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from kinoqor.deciding.pitching import actions, queries
from kinoqor.deciding.pitching.models import Plan, Slot
from kinoqor.deciding.pitching.words import Came, Sheet
from kinoqor.funding.application.models import Application
from kinoqor.judging.panel.models import Member
from tests import people
from tests.deciding import making
from tests.funding.check.making import officer
from tests.make import BY

NOW = timezone.now()
DAY = (NOW + timedelta(days=30)).date()
HERE = {"kk": "Сынақ залы", "ru": "Тестовый зал", "en": "Hall of the tests"}
MARKS = Sheet({"plot": 7, "dramaturgy": 8})


def hours(more: int = 0) -> dict[str, str]:
    """A day in the hall, as a plan keeps it."""
    day = (DAY + timedelta(days=more)).isoformat()
    return {"day": day, "first": "10:00", "last": "18:00", "rest_from": "13:00", "rest_until": "14:00"}


def begun(films: int = 3, members: int = 3, days: int = 1) -> tuple[Plan, list[Application], list[Member]]:
    """A plan with its days, its films and its members."""
    making.call()
    files = [making.admitted(people.user(f"Сынақ Өтініші {number}")) for number in range(films)]
    sitting = [making.judging.member() for _number in range(members)]
    number = actions.prepare(making.REF, making.STAGE, making.body().pk, by=BY)
    actions.set_days(
        number, [hours(more) for more in range(days)], 15, HERE, "https://live.example/1", 1, by=BY
    )
    return queries.plans().get(pk=number), files, sitting


def published(films: int = 3, members: int = 3, days: int = 1) -> tuple[Plan, list[Slot], list[Member]]:
    """A pitching whose programme is known."""
    of, _files, sitting = begun(films, members, days)
    actions.plan_programme(of.pk, by=BY)
    actions.publish(of.pk, NOW, by=officer().doer)
    return queries.plans().get(pk=of.pk), list(queries.slots(of)), sitting


def heard(films: int = 2, members: int = 3, handed: bool = True) -> tuple[Plan, list[Slot], list[Member]]:
    """A pitching at which every film was heard and marked."""
    of, slots, sitting = published(films, members)
    for each in slots:
        assert each.at is not None
        actions.note_came(each.pk, Came.PITCHED, each.at + timedelta(minutes=15), by=BY)
        for one in sitting if handed else ():
            actions.hand_in(each.pk, MARKS, 0, each.at, by=one.seat.user.doer)
    return queries.plans().get(pk=of.pk), list(queries.slots(of)), sitting


def kept(of: Any) -> Slot:
    """A slot as it is now."""
    return Slot.objects.select_related("application", "plan__version__call").get(pk=of.pk)
