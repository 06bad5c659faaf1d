"""A list from its freezing to its adoption, by the deeds of the house; every refusal has its reason."""

import json
from datetime import timedelta
from typing import Any

import pytest

from kinoqor.deciding.allocation import actions, clock, queries
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.allocation.words import Standing
from kinoqor.funding.application.models import Application
from kinoqor.funding.estimate.models import Estimate
from kinoqor.judging.assignment.adapters.written import as_announced, strung
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log.models import Leaf
from tests.deciding import making
from tests.judging import making as judging
from tests.make import BY

pytestmark = pytest.mark.django_db
NOW, REF, STAGE = making.NOW, making.REF, making.STAGE
MILLION = 100_000_000  # minor units
WHY = "The only film for small children in this year."
STREAM = {"code": "social", "name": making.making.text("Social"), "envelope": 300, "year": 2026}


def rounds(files: int = 6, level: bool = False, **purse: Any) -> list[Application]:
    """Films that were read and opened; the call funds them without a pitching, from one envelope of 300 million."""
    rule = {"least_points": 100, "company_films": 2, "lots": "none"} | purse
    stream = STREAM | {"envelope": 300_000_000}
    manner = judging.MANNER | {"draw": {"source": "numbers"}}
    making.call(award={"pitching": None, "purse": rule}, streams=[stream], pairs=[], judging=[manner])
    found, readers = [judging.admitted() for _each in range(files)], [judging.member() for _each in range(3)]
    for place, file in enumerate(found):
        for seat, reader in enumerate(readers):
            mark = 6 if level else 1 + (3 * place + seat) % 10
            judging.review(judging.reading(file, reader), {"plot": mark, "dramaturgy": mark})
    judging.opened()
    for place, file in enumerate(found):
        plan = [{"whose": "asked", "text": "", "amount": (60 + 20 * place) * MILLION, "proof": ""}]
        Estimate.objects.update_or_create(
            holder=file.name, defaults={"plan": plan, "changed": judging.deed()}
        )
    return found


def computed(**more: Any) -> Allocation:
    number = actions.freeze(REF, STAGE, NOW, by=BY, **more)
    clock.work.call(number)
    return queries.whole(number)


def test_a_list_is_frozen_chosen_and_explained() -> None:
    files = rounds()
    of = computed()
    assert (of.standing, of.trouble) == (Standing.COMPUTED, "")
    rows, found = queries.listed(of), queries.read(of)
    assert found is not None and check(found.case, found.result) == []
    assert {row.application for row in rows} == {each.pk for each in files}
    assert sum(row.award for row in rows) <= 300 * MILLION
    assert any(row.funded for row in rows) and all(row.funded or row.reason for row in rows)
    clock.tell.call(of.pk)
    assert set(queries.would(queries.whole(of.pk))) == {row.code for row in rows if not row.funded}
    said = json.loads(Leaf.objects.get(kind="allocation.computed").text)["says"]
    assert (said["inputs"], said["result"]) == (of.digest, of.result_digest)
    assert said["envelopes"]["social"] == {"envelope": 300 * MILLION, "given": sum(row.award for row in rows)}


def test_every_film_that_is_not_in_the_list_finds_its_line() -> None:
    stream = STREAM | {"envelope": 300_000_000}
    bounds = [
        making.QUOTA | {"code": "long", "least": 0, "only": {"answer": "length", "one_of": ["full"]}},
        making.QUOTA
        | {"code": "all", "least": 0, "only": {"answer": "medium", "one_of": ["feature", "documentary"]}},
    ]
    rule = {"pitching": None, "purse": {"least_points": 100, "lots": "none"}}
    making.call(award=rule, quotas=bounds, streams=[stream], pairs=[])
    rounds()
    of = computed()
    assert of.trouble == ""
    assert all(row.cut_off is not None for row in queries.listed(of) if not row.funded)


def test_nothing_of_a_film_but_its_code_stands_in_what_is_frozen() -> None:
    files = rounds()
    of = computed()
    for each in files:
        assert each.organisation.name not in of.frozen and each.titles["kk"] not in of.frozen
    assert set(of.codes.values()) == {each.pk for each in files}


def test_a_departure_has_its_price_and_can_be_taken_back() -> None:
    rounds()
    of = computed()
    out = next(row for row in queries.listed(of) if not row.funded)
    number = actions.depart(of.pk, out.application, True, WHY, departed, by=BY)
    after = queries.whole(of.pk)
    assert next(row for row in queries.listed(after) if row.code == out.code).funded
    [one] = queries.departures(after)
    assert out.code in one.price["entering"] and one.price["value"] <= 0
    said = json.loads(Leaf.objects.get(kind="departure.made").text)["says"]
    assert (said["item"], said["towards"], said["price"]) == (out.code, "in", one.price["value"])
    with pytest.raises(Refused, match="about this film already"):
        actions.depart(of.pk, out.application, False, WHY, departed, by=BY)
    actions.drop_departure(number, departed, by=BY)
    assert queries.listed(queries.whole(of.pk)) == queries.listed(of)


def test_an_adopted_list_does_not_change() -> None:
    rounds()
    of = computed()
    actions.adopt(of.pk, by=BY)
    row = queries.listed(of)[0]
    for late in (
        lambda: actions.depart(of.pk, row.application, False, WHY, departed, by=BY),
        lambda: actions.cancel(of.pk, by=BY, why="Too late."),
    ):
        with pytest.raises(Refused, match="adopted this list"):
            late()
    with pytest.raises(Refused, match="adopted already"):
        actions.adopt(of.pk, by=BY)


def test_what_is_not_enough_is_refused_and_changes_nothing() -> None:
    with pytest.raises(Refused, match="no money"):
        actions.freeze("nowhere", STAGE, NOW, by=BY)
    files = rounds()
    Estimate.objects.filter(holder=files[0].name).delete()
    with pytest.raises(Refused, match="1 film asks for no sum"):
        actions.freeze(REF, STAGE, NOW, by=BY)
    assert not Allocation.objects.exists()
    assert not Deed.objects.filter(code="deciding.allocation.frozen").exists()


def test_one_list_stands_at_a_time_and_a_dropped_one_stays_readable() -> None:
    rounds()
    of = computed()
    with pytest.raises(Refused, match="a list for this stage already"):
        actions.freeze(REF, STAGE, NOW, by=BY)
    actions.cancel(of.pk, by=BY, why="An envelope was typed wrong.")
    second = computed()
    assert queries.current(REF, STAGE) == second
    assert queries.listed(queries.whole(of.pk))


def test_a_departure_without_words_or_about_nothing_is_refused() -> None:
    rounds()
    of = computed()
    row = queries.listed(of)[0]
    with pytest.raises(Refused, match="author and its reason"):
        actions.depart(of.pk, row.application, False, "No.", departed, by=BY)
    with pytest.raises(Refused, match="no such application"):
        actions.depart(of.pk, 999_999, True, WHY, departed, by=BY)


def test_films_level_at_the_line_wait_for_the_announced_numbers() -> None:
    rounds(level=True, lots="ties")
    announced = [{"code": "lotto", "name": making.making.text("The lottery"), "day": "2026-11-28"}]
    of = computed(announced=announced)
    assert of.computed_id is None and len(of.progress["band"]) == 6
    with pytest.raises(Refused, match="not computed yet"):
        actions.adopt(of.pk, by=BY)
    actions.take_chance(of.pk, strung([[5, 17, 23]]), as_announced, NOW + timedelta(days=1), by=BY)
    clock.work.call(of.pk)
    of = queries.whole(of.pk)
    assert of.computed_id is not None and of.seed
    found = queries.read(of)
    assert found is not None and found.case.settings.seed == of.seed and check(found.case, found.result) == []
    with pytest.raises(Refused, match="computed already"):
        actions.take_chance(of.pk, strung([[1]]), as_announced, NOW + timedelta(days=2), by=BY)


def test_quotas_that_cannot_hold_are_told_as_trouble() -> None:
    rule = {"least_points": 100, "lots": "none"}
    stream = STREAM | {"envelope": 300_000_000}
    making.call(
        award={"pitching": None, "purse": rule},
        quotas=[making.QUOTA | {"least": 5}],
        streams=[stream],
        pairs=[],
    )
    rounds(files=3)
    of = computed()
    assert of.computed_id is None and "documentary" in of.trouble
