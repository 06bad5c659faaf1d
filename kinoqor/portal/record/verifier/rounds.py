"""The rounds: for each stage of each call, its draws, scores, list, departures, rulings, votes and order, and that the
record says of each what the documents say."""

from fractions import Fraction
from typing import Any

from kinoqor.portal.record.verifier.draws import check_draw
from kinoqor.portal.record.verifier.lists_of_money import check_allocation
from kinoqor.portal.record.verifier.orders import (
    check_order,
    check_result,
    check_rulings,
    check_votes,
    leaf_says,
    read_part,
)
from kinoqor.portal.record.verifier.places import Place
from kinoqor.portal.record.verifier.record import Record
from kinoqor.portal.record.verifier.scores import check_scores
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, first_few


def check_rounds(place: Place, tell: Telling, record: Record) -> None:
    """Check every stage that is published."""
    stages: dict[tuple[str, str], set[str]] = {}
    for path in place.rounds():
        parts = path.split("/")
        if len(parts) > 3:
            stages.setdefault((parts[1], parts[2]), set()).add("/".join(parts[3:]))
    for (call, stage), names in sorted(stages.items()):
        tell.part("Call {call}, stage {stage}", call=call, stage=stage)
        try:
            Stage(place, tell, record, (call, stage)).check(names)
        except BROKEN as error:
            tell.wrong(
                "A document of this stage contradicts itself: {error}.",
                error=f"{type(error).__name__} {error}",
            )


class Stage:
    """One stage of a call, with what its documents and the record say."""

    def __init__(self, place: Place, tell: Telling, record: Record, named: tuple[str, str]) -> None:
        self.place, self.tell, self.record = place, tell, record
        self.call, self.stage = named

    def raw(self, name: str) -> bytes | None:
        """The bytes of a document of this stage."""
        return self.place.maybe(f"calls/{self.call}/{self.stage}/{name}")

    def part(self, name: str) -> Any:
        """A document that is read as it stands."""
        return read_part(self.tell, name, self.raw(name))

    def check(self, names: set[str]) -> None:
        """Everything that is there, in the order in which it was decided."""
        self.draws(sorted({each.split("/")[0] for each in names if each.startswith("draw-")}))
        scores, said, listed = self.raw("scores.json"), None, None
        if scores is not None:
            due = check_scores(self.tell, scores)
            said = read_part(self.tell, "scores.json", scores) if due is not None else None
        allocation = self.raw("allocation.json")
        if allocation is not None:
            departures = self.part("departures.json")
            found = check_allocation(self.tell, allocation, departures)
            if found:
                self.recorded(found)
                self.departures(departures)
                listed = found.get("list")
                if said:
                    self.points(said, found["frozen"]["case"])
        votes, rulings, order = (self.part(f"{name}.json") for name in ("votes", "rulings", "order"))
        if votes:
            check_votes(self.tell, self.record, self.call, votes)
        sums = check_rulings(self.tell, self.record, self.call, rulings, listed) if rulings else None
        if order:
            check_order(self.tell, self.record, self.call, order, sums)
        result = self.part("result.json")
        if result:
            check_result(self.tell, self.record, (self.call, self.stage), result, order)

    def draws(self, names: list[str]) -> None:
        """Each draw, and that the record was told of it."""
        for name in names:
            frozen = self.raw(f"{name}/frozen.json")
            if frozen is None:
                self.tell.wrong("{path} is missing.", path=f"{name}/frozen.json")
                continue
            found = check_draw(self.tell, frozen, self.raw(f"{name}/result.json"))
            if found is None:
                continue
            for kind in ("draw.frozen", "draw.drawn") if "result" in found else ("draw.frozen",):
                self._drawn(kind, found)

    def _drawn(self, kind: str, found: dict[str, str]) -> None:
        own = [
            (at, says)
            for at, says in self.record.of(self.call, kind)
            if says.get("stage") == self.stage and says.get("lists") == found["lists"]
        ]
        if not own:
            self.tell.wrong(
                "The record has no leaf “{kind}” about these lists of a draw: they are not the recorded ones.",
                kind=kind,
            )
        elif kind == "draw.drawn":
            due = {"seed": found["seed"], "result": found["result"]}
            if leaf_says(self.tell, own[-1][0], self.call, own[-1][1], due):
                self.tell.right("Leaf {leaf} of the record says the same of this draw.", leaf=own[-1][0])

    def recorded(self, found: dict[str, Any]) -> None:
        """What the record was told of the list when it was computed."""
        own = self.record.of(self.call, "allocation.computed")
        same = [each for each in own if each[1].get("inputs") == found["inputs"]]
        if not own:
            self.tell.note("The record has no leaf about a list of this call.")
        elif not same:
            self.tell.wrong(
                "Leaf {leaf} of call {call}: “{key}” is {said} in the record and {due} in the published document.",
                leaf=own[-1][0], call=self.call, key="inputs", said=own[-1][1].get("inputs"), due=found["inputs"],
            )  # fmt: skip
        elif found["result"] and self._recorded(*same[-1], found):
            self.tell.right("Leaf {leaf} of the record says the same of this list.", leaf=same[-1][0])

    def _recorded(self, at: int, says: Any, found: dict[str, Any]) -> bool:
        """Whether a leaf says of the computed list, and of each envelope, what the documents say."""
        case, given = found["frozen"]["case"], dict[str, int]()
        stream = {row[0]: row[2] for row in case["files"]}
        for film, money, *_more in found["computed"]["result"]["awards"]:
            given[stream[film]] = given.get(stream[film], 0) + money
        due = {row[0]: {"envelope": row[1], "given": given.get(row[0], 0)} for row in case["streams"]}
        return leaf_says(self.tell, at, self.call, says, {"result": found["result"], "envelopes": due})

    def departures(self, said: Any) -> None:
        """Each departure that the record knows stands in the document, and with the same price."""
        rows = {row["film"]: row for row in (said or {}).get("departures", [])}
        for at, leaf in self.record.of(self.call, "departure.made"):
            row = rows.get(leaf["item"])
            if row is not None:
                leaf_says(
                    self.tell,
                    at,
                    self.call,
                    leaf,
                    {"towards": row["towards"], "price": row["price"]["value"]},
                )

    def points(self, said: Any, case: Any) -> None:
        """The points of the list are the scores, with the pitching by its published weight."""
        pitching = said.get("pitching") or {"weight": 0, "points": {}}
        share, stated, wrong = (
            Fraction(pitching["weight"], 100),
            {row[0]: row[1:] for row in said["scores"]},
            [],
        )
        for code, _kind, _stream, points, low, high, *_more in case["files"]:
            if code not in stated:
                wrong.append(code)
                continue
            more = share * Fraction(pitching["points"].get(code, "0"))
            due = [
                int((((1 - share) * Fraction(each, 100) + more) * 100 + Fraction(1, 2)) // 1)
                for each in stated[code][1:]
            ]
            if due != [points, low, high]:
                wrong.append(code)
        for code in first_few(wrong):
            self.tell.wrong("The points of film {film} in the list are not those of its marks.", film=code)
        if not wrong:
            self.tell.right(
                "The points of all {many} films of the list are those of their marks.",
                many=len(case["files"]),
            )
