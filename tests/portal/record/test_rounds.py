"""A whole round: exported, verified from the folder alone; an altered list, vote, sum, mark or ruling is named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.publication.models import Publication
from kinoqor.deciding.session.models import Sitting
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.judging.review.models import Opening
from kinoqor.judging.score.queries import reviews
from kinoqor.kit.canonical import canonical, digest
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import actions as log_actions
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.clock import published
from kinoqor.portal.record.adapters.export import export
from kinoqor.portal.record.adapters.rounds import documents
from tests.deciding import making
from tests.deciding.allocation.test_deeds import computed, rounds
from tests.judging.making import NOW, REF, STAGE, deed
from tests.make import BY
from tests.portal.record.telling import verified

pytestmark = pytest.mark.django_db
HERE = f"calls/{REF}/{STAGE}"


def decided(lifted: bool = True, against: int = 1, **level: str) -> None:
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
    counts = {"for": 5, "against": against, "abstained": 0, "present": 5 + against, "shut_out": 0}
    vote = making.item(making.sitting(), allocation=of, counts=counts, carried=True, closed=deed())
    said = {
        "item": str(vote.pk),
        "form": "open",
        **counts,
        "composition": "0" * 64,
        "outcome": "carried",
    } | level
    write("vote.taken", f"sitting:{vote.sitting_id}", said, by=BY)
    total = sum(row.award for row in taken)
    order = making.order(
        of,
        rows=[{"code": row.code, "application": row.application, "award": row.award} for row in taken],
        total=total,
        signed=deed(),
        standing="signed",
    )
    paper = {"paper": "0" * 64, "films": len(taken), "total": total, "currency": "KZT"}
    write("order.signed", REF, {"number": order.number, "day": order.day.isoformat(), **paper}, by=BY)
    of_stage = making.publication(order, lifted)
    result_told(of_stage, of)
    published()


def result_told(of: Publication, listed: Allocation) -> None:
    """What became of each film, and the leaves about the opened reviews and the result."""
    opened = {"stage": STAGE, "phase": 1, "reviews": 18, "missing": 0, "seals": "0" * 64}
    write("reviews.opened", REF, opened, by=BY)
    rows, awards = lists.listed(listed), {row["application"]: row["award"] for row in of.order.rows}  # type: ignore[union-attr]
    chosen = []
    for row in rows:
        award = awards.get(row.application, 0)
        result = "awarded" if award else "not_chosen"
        file = Application.objects.get(pk=row.application)
        making.outcome(
            of, file, result, asked=row.asked, council=award, commission=award, award=award,
            line={"code": row.code, "points": row.points},
        )  # fmt: skip
        chosen += [[row.code, result, award]] if award else []
    counted = {"files": len(rows), "awarded": len(chosen), "chosen": 0, "not_chosen": len(rows) - len(chosen)}
    write("result.published", REF, {"stage": STAGE, **counted, "list": digest(sorted(chosen))}, by=BY)


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
    names = {path.stem for path in (tmp_path / HERE).iterdir()}
    assert names >= {"scores", "allocation", "departures", "rulings", "votes", "order", "result"}


def test_a_vote_that_stood_level_is_carried_by_the_voice_of_the_chair_alone(
    tmp_path: Path, capsys: Any
) -> None:
    decided(against=5, level="chair")
    taken_away(tmp_path)
    assert verified(tmp_path, capsys) == (0, [])
    alter(tmp_path, "votes.json", lambda said: said["votes"][0].pop("level"))
    code, found = verified(tmp_path, capsys)
    assert code == 1 and any("do not carry what is said" in each for each in found), found


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


def test_what_happens_after_the_publication_changes_no_document(tmp_path: Path, capsys: Any) -> None:
    decided()
    before = documents(REF, STAGE)
    withdrawn = Application.objects.filter(outcomes__result="not_chosen").order_by("pk")[0]
    Application.objects.filter(pk=withdrawn.pk).update(state=State.WITHDRAWN)
    Deed.objects.create(
        at=NOW, code="funding.application.withdrawn", voice="tests", details={"application": withdrawn.pk}
    )
    assert withdrawn.pk not in {each.reading.application_id for each in reviews(Opening.objects.get())}
    fallen, first = Order.objects.get(), Ruling.objects.order_by("pk")[0]
    Order.objects.update(annulled=deed(), standing="annulled")
    Ruling.objects.filter(pk=first.pk).update(replaced=deed())
    said = {"said": "refused", "award": 0, "made": deed()}
    Ruling.objects.create(allocation=fallen.allocation, application_id=first.application_id, **said)
    counts = {"for": 1, "against": 5, "abstained": 0, "present": 6, "shut_out": 0}
    making.item(
        Sitting.objects.get(), 2, allocation=fallen.allocation, counts=counts, carried=False, closed=deed()
    )
    assert documents(REF, STAGE) == before
    taken_away(tmp_path)
    assert verified(tmp_path, capsys) == (0, [])


def total(said: Any) -> None:
    said["total"] += 1


def turned(said: Any) -> None:
    """Every mark of one film turned round: codes come by chance, so one mark set to ten could have been a ten before."""
    film = said["marks"][0][1]
    for mark in said["marks"]:
        if mark[1] == film:
            mark[3] = str(11 - int(mark[3]))


ALTERED = [
    ("order.json", total, "“total” is"),
    ("order.json", lambda said: said["rows"][0].__setitem__(1, 7), "has 7 in the order"),
    ("order.json", lambda said: said.update(number="T-2"), "no leaf about the order T-2"),
    ("rulings.json", lambda said: said["rulings"][0].__setitem__(2, 7), "does not go with the list"),
    ("result.json", lambda said: said["list"][0].__setitem__(2, 7), "has 7 in the result"),
    ("result.json", lambda said: said["list"].pop(), "“list” is"),
    ("result.json", lambda said: said.update(files=9), "“files” is 6 in the record and 9"),
    ("result.json", lambda said: said.update(not_chosen=0), "of “not_chosen”: 0; by its rows"),
    ("scores.json", lambda said: said["marks"].append(["z", *said["marks"][0][1:]]), "were opened"),
    ("votes.json", lambda said: said["votes"][0].update({"for": 4}), "“for” is 5 in the record and 4"),
    ("scores.json", turned, "by the marks it is"),
    ("scores.json", lambda said: said["scores"][0].__setitem__(2, 1), "is stated as 0.01"),
    ("allocation.json", lambda said: said["result"]["result"]["awards"].pop(), "“result” is"),
    (
        "allocation.json",
        lambda said: said["frozen"]["case"]["files"][0].__setitem__(3, 999),
        "something else than",
    ),
    ("allocation.json", lambda said: said["frozen"]["case"]["streams"][0].__setitem__(1, 1), "“inputs” is"),
]


def test_each_document_that_is_missing_is_named(tmp_path: Path, capsys: Any) -> None:
    decided()
    taken_away(tmp_path)
    paths = sorted((tmp_path / HERE).iterdir())
    assert len(paths) == 7
    for path in paths:
        raw = path.read_bytes()
        path.unlink()
        code, wrong = verified(tmp_path, capsys)
        assert code == 1 and any(f"{path.name} is missing" in line for line in wrong), (path.name, wrong)
        path.write_bytes(raw)
    assert verified(tmp_path, capsys) == (0, [])
    shutil.rmtree(tmp_path / "calls")
    code, wrong = verified(tmp_path, capsys)
    assert code == 1 and "no document of it lies here" in wrong[0]
    assert verified(tmp_path, capsys, "--call", "another") == (0, [])


UNRECORDED = [
    ("result.published", "no leaf that says that the result"),
    ("reviews.opened", "no leaf about the opening of the reviews"),
    ("vote.taken", "no leaf about vote"),
    ("allocation.computed", "no leaf about a list"),
    ("commission.decided", "no leaf about the ruling on film"),
    ("order.signed", "no leaf about the order T-1"),
]


@pytest.mark.parametrize(("kind", "said"), UNRECORDED, ids=[each[0] for each in UNRECORDED])
def test_each_document_without_its_leaf_is_named(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch, kind: str, said: str
) -> None:
    real = log_actions.write
    replaced = lambda of, *rest, **more: 0 if of == kind else real(of, *rest, **more)  # noqa: E731
    monkeypatch.setattr("tests.portal.record.test_rounds.write", replaced)
    monkeypatch.setattr("kinoqor.deciding.allocation.actions.write", replaced)
    decided()
    taken_away(tmp_path)
    code, wrong = verified(tmp_path, capsys)
    assert code == 1 and any(said in line for line in wrong), wrong


def test_a_leaf_without_its_row_is_named(tmp_path: Path, capsys: Any) -> None:
    decided()
    seal = {"stage": STAGE, "phase": 1, "body": "council", "lists": "1" * 64}
    write("draw.frozen", REF, {**seal, "source": "numbers"}, by=BY)
    write("draw.drawn", REF, {**seal, "seed": "2" * 64, "result": "3" * 64}, by=BY)
    published()
    taken_away(tmp_path)
    alter(tmp_path, "rulings.json", lambda said: said["rulings"].pop())
    alter(tmp_path, "votes.json", lambda said: said["votes"].pop())
    _code, wrong = verified(tmp_path, capsys)
    for due in (
        "which rulings.json does not have", "votes.json has no vote", "whose frozen.json is missing",
        "whose result.json is missing",
    ):  # fmt: skip
        assert any(due in line for line in wrong), (due, wrong)


@pytest.mark.parametrize(("name", "change", "said"), ALTERED, ids=[each[2] for each in ALTERED])
def test_whatever_is_altered_in_a_round_is_named(
    tmp_path: Path, capsys: Any, name: str, change: Callable[[Any], Any], said: str
) -> None:
    decided()
    taken_away(tmp_path)
    alter(tmp_path, name, change)
    code, wrong = verified(tmp_path, capsys)
    assert code == 1 and any(said in line for line in wrong), wrong
