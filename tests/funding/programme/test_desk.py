"""What officers state and set: with who says so, never over a value, and kept when a pack is loaded anew."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.funding.programme import queries, rules
from kinoqor.funding.programme.actions import load_programme, load_programmes, set_day, state_value
from kinoqor.funding.programme.models import Programme
from kinoqor.kit.verdict import Refused
from tests import people
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
FOLDER = PACK / "funding" / "programmes" / "national-cinema"
REF = "national-cinema"
ACT = "Act No. 1 (invented for the test)"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("tax", {"mci"}, False, 1, ACT), "no such parameter"),
        (("mci", {"mci"}, False, 0, ACT), "above nought"),
        (("mci", {"mci"}, False, 1, " "), "who says so"),
        (("mci", {"mci"}, True, 1, ACT), "stands already"),
    ],
)  # fmt: skip
def test_a_value_is_refused_with_its_reason(asked: tuple[str, set[str], bool, int, str], said: str) -> None:
    assert said in str(rules.may_state(*asked).reason)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((date(2031, 1, 4), False, {2027}, None, ACT), "does not hold the year 2031"),
        ((date(2027, 1, 5), False, {2027}, None, ""), "who says so"),
        ((date(2027, 1, 5), False, {2027}, False, ACT), "says so already"),
    ],
)  # fmt: skip
def test_a_day_is_refused_with_its_reason(
    asked: tuple[date, bool, set[int], bool | None, str], said: str
) -> None:
    assert said in str(rules.may_set(*asked).reason)


@pytest.fixture
def programme(db: None) -> Programme:
    load_programmes(PACK, by=BY)
    found = queries.programme(REF)
    assert found
    return found


def test_what_officers_entered_stays_when_the_pack_is_loaded_anew(programme: Programme) -> None:
    state_value(REF, "mci", date(2027, 1, 1), 450_000, ACT, by=BY)
    name = dict.fromkeys(("kk", "ru", "en"), "Moved")
    set_day(REF, date(2027, 1, 5), False, name, ACT, by=BY)
    set_day(REF, date(2027, 3, 24), True, name, ACT, by=BY)
    load_programme(FOLDER, by=BY)
    assert queries.value_on(programme, "mci", date(2026, 12, 31)) == 432_500
    assert queries.value_on(programme, "mci", date(2027, 1, 1)) == 450_000
    calendar = queries.calendar(programme)
    assert not calendar.works(date(2027, 1, 5))
    assert calendar.works(date(2027, 3, 24))
    assert calendar.works(date(2027, 1, 8))


def test_a_value_is_never_written_over(programme: Programme) -> None:
    with pytest.raises(Refused, match="stands already"):
        state_value(REF, "mci", date(2026, 1, 1), 1, ACT, by=BY)


def test_an_officer_states_the_index_of_the_next_year_on_a_page(programme: Programme) -> None:
    place = reverse("desk-programme", kwargs={"ref": REF})
    officer = people.signed_in(Role.OFFICER)
    sent = {"what": "value", "value-parameter": "mci", "value-since": "2027-01-01", "value-value": "4500"}
    assert "Who says so" in officer.post(place, sent).content.decode()
    assert queries.value_on(programme, "mci", date(2027, 1, 1)) == 432_500
    assert officer.post(place, {**sent, "value-source": ACT}).status_code == 302
    assert queries.value_on(programme, "mci", date(2027, 1, 1)) == 450_000
    again = officer.post(place, {**sent, "value-source": ACT}).content.decode()
    assert "stands already" in again
    day = {
        "what": "day",
        "day-day": "2027-01-05",
        "day-working": "no",
        "day-kk": "А",
        "day-ru": "Б",
        "day-en": "C",
    }
    assert officer.post(place, {**day, "day-source": ACT}).status_code == 302
    assert not queries.calendar(programme).works(date(2027, 1, 5))


@pytest.mark.parametrize("role", [Role.PRODUCER, Role.AUDITOR])
def test_nobody_else_enters_anything(role: Role, programme: Programme, client: Client) -> None:
    place = reverse("desk-programme", kwargs={"ref": REF})
    assert people.signed_in(role).post(place, {"what": "value"}).status_code == 403
    assert client.post(place, {"what": "value"}).status_code == 403
