"""A whole round: exported, verified from the folder alone; an altered list, vote, sum, mark or ruling is named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.models import Order
from kinoqor.funding.application.models import Application
from kinoqor.kit.canonical import canonical, digest
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.clock import published
from kinoqor.portal.record.adapters.export import export
from tests.deciding import making
from tests.deciding.allocation.test_deeds import computed, rounds
from tests.judging.making import NOW, REF, STAGE, deed
from tests.make import BY
from tests.portal.record.telling import verified

pytestmark = pytest.mark.django_db
HERE = f"calls/{REF}/{STAGE}"


def decided(lifted: bool = True) -> None:
    """A round with marks, a computed list, a vote, the commission's word and a signed order, each with its leaf."""
    rounds()
    of = computed()
    taken = [row for row in lists.listed(of) if row.funded]
    for row in taken:
        Ruling.objects.create(
            allocation=of, application_id=row.application, said="approved", award=row.award, made=deed()
        )
        says = {"item": row.code, "outcome": "approved", "sum": row.award, "currency": "KZT"}
        write("commission.decided", REF, says, by=BY)
    counts = {"for": 5, "against": 1, "abstained": 0, "present": 6, "shut_out": 0}
    vote = making.item(making.sitting(), allocation=of, counts=counts, carried=True, closed=deed())
    said = {"item": str(vote.pk), "form": "open", **counts, "composition": "0" * 64, "outcome": "carried"}
    write("vote.taken", f"sitting:{vote.sitting_id}", said, by=BY)
    total = sum(row.award for row in taken)
    order = making.order(
        of,
        rows=[{"code": row.code, "award": row.award} for row in taken],
        total=total,
        signed=deed(),
        standing="signed",
    )
    paper = {"paper": "0" * 64, "films": len(taken), "total": total, "currency": "KZT"}
    write("order.signed", REF, {"number": order.number, "day": order.day.isoformat(), **paper}, by=BY)
    out = making.publication(order, lifted)
    for row in taken:
        film = Application.objects.get(pk=row.application)
        making.outcome(out, film, "awarded", award=row.award, line={"code": row.code})
    listed = digest(sorted([row.code, "awarded", row.award] for row in taken))
    said = {"stage": STAGE, "files": 9, "awarded": len(taken), "chosen": 0, "not_chosen": 9 - len(taken)}
    write("result.published", REF, said | {"list": listed}, by=BY)
    published()


def taken_away(place: Path) -> int:
    """The folder of the round, without the draws of these tests, which are none; gives how many stages it has."""
    stages = export(place, NOW)[1]
    for each in place.glob(f"{HERE}/draw-*"):
        shutil.rmtree(each)
    return stages


def alter(place: Path, name: str, change: Callable[[Any], Any]) -> None:
    path = place / HERE / name
    said = json.loads(path.read_text())
    change(said)
    path.write_text(canonical(said))


def test_a_whole_round_is_verified_from_its_folder(tmp_path: Path, capsys: Any) -> None:
    decided()
    assert taken_away(tmp_path) == 1
    assert verified(tmp_path, capsys) == (0, [])
    names = {path.name for path in (tmp_path / HERE).iterdir()}
    assert names >= {
        "scores.json",
        "allocation.json",
        "departures.json",
        "rulings.json",
        "votes.json",
        "order.json",
        "result.json",
    }


def test_nothing_of_a_round_is_given_out_before_its_moment(tmp_path: Path) -> None:
    decided(lifted=False)
    assert taken_away(tmp_path) == 0
    assert not (tmp_path / HERE).exists()
    assert Client().get(f"/record/{HERE}/order.json").status_code == 404
    assert Client().get("/record/calls/files.json").json() == {"files": []}


def test_on_the_web_lie_the_same_documents(tmp_path: Path) -> None:
    decided()
    export(tmp_path, NOW)
    files = Client().get("/record/calls/files.json").json()["files"]
    assert f"{HERE}/allocation.json" in files
    for path in files:
        assert Client().get(f"/record/{path}").content == (tmp_path / path).read_bytes()


def test_what_happens_after_the_result_came_out_changes_none_of_its_documents(
    tmp_path: Path, capsys: Any
) -> None:
    decided()
    taken_away(tmp_path)
    before = {path.name: path.read_bytes() for path in (tmp_path / HERE).iterdir()}
    Order.objects.update(annulled=deed(), standing="annulled")
    of = Ruling.objects.order_by("pk")[0]
    Ruling.objects.filter(pk=of.pk).update(replaced=deed())
    Ruling.objects.create(
        allocation=of.allocation, application=of.application, said="refused", award=0, made=deed()
    )
    counts = {"for": 1, "against": 5, "abstained": 0, "present": 6, "shut_out": 0}
    making.item(making.sitting(), allocation=of.allocation, counts=counts, carried=False, closed=deed())
    taken_away(tmp_path)
    assert {path.name: path.read_bytes() for path in (tmp_path / HERE).iterdir()} == before
    assert verified(tmp_path, capsys) == (0, [])


def test_no_document_says_anything_of_a_person(tmp_path: Path) -> None:
    decided()
    export(tmp_path, NOW)
    text = "".join(path.read_text() for path in (tmp_path / HERE).rglob("*.json"))
    assert "user:" not in text and "@" not in text and "minister" not in text


def total(said: Any) -> None:
    said["total"] += 1


ALTERED = [
    ("order.json", total, "“total” is"),
    ("order.json", lambda said: said["rows"][0].__setitem__(1, 7), "has 7 in the order"),
    ("order.json", lambda said: said.update(number="T-2"), "no leaf about the order T-2"),
    ("rulings.json", lambda said: said["rulings"][0].__setitem__(2, 7), "does not go with the list"),
    ("result.json", lambda said: said["list"][0].__setitem__(2, 7), "“list” is"),
    ("result.json", lambda said: said["list"][0].__setitem__(2, 8), "The result gives film"),
    ("votes.json", lambda said: said["votes"][0].update({"for": 4}), "“for” is 5 in the record and 4"),
    ("scores.json", lambda said: said["marks"][0].__setitem__(3, "10"), "by the marks it is"),
    ("scores.json", lambda said: said["scores"][0].__setitem__(2, 1), "is stated as 0.01"),
    ("allocation.json", lambda said: said["result"]["result"]["awards"].pop(), "“result” is"),
    (
        "allocation.json",
        lambda said: said["frozen"]["case"]["files"][0].__setitem__(3, 999),
        "something else than",
    ),
    ("allocation.json", lambda said: said["frozen"]["case"]["streams"][0].__setitem__(1, 1), "“inputs” is"),
]


@pytest.mark.parametrize(("name", "change", "said"), ALTERED, ids=[each[2] for each in ALTERED])
def test_whatever_is_altered_in_a_round_is_named(
    tmp_path: Path, capsys: Any, name: str, change: Callable[[Any], Any], said: str
) -> None:
    decided()
    taken_away(tmp_path)
    alter(tmp_path, name, change)
    code, wrong = verified(tmp_path, capsys)
    assert code == 1 and any(said in line for line in wrong), wrong
