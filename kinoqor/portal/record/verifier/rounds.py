"""The rounds: for each stage of each call, its draws, scores, list, departures, rulings, votes and order, and that the
record says of each what the documents say."""

from fractions import Fraction
from typing import Any

from kinoqor.portal.record.verifier.draws import check_draw
from kinoqor.portal.record.verifier.lists_of_money import check_allocation
from kinoqor.portal.record.verifier.orders import (
    check_order,
    check_rulings,
    check_votes,
    leaf_says,
    read_part,
)
from kinoqor.portal.record.verifier.places import Place
from kinoqor.portal.record.verifier.record import Record
from kinoqor.portal.record.verifier.results import (
    ALWAYS,
    MONEY,
    check_draws_there,
    check_missing,
    check_opened,
    check_result,
    published_in,
)
from kinoqor.portal.record.verifier.scores import check_scores
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, first_few

DOCUMENTS = ("scores", *ALWAYS, *MONEY)


def check_rounds(place: Place, tell: Telling, record: Record, alone: str = "") -> None:
    """Check every stage that is published: those whose documents are here, and those of which only the record speaks."""
    stages: dict[tuple[str, str], set[str]] = {}
    for path in place.rounds():
        parts = path.split("/")
        if len(parts) > 3:
            stages.setdefault((parts[1], parts[2]), set()).add("/".join(parts[3:]))
    for leaf in record.says:
        if leaf.get("kind") == "result.published":
            stages.setdefault((str(leaf["of"]), str(leaf["says"].get("stage"))), set())
    for (call, stage), names in sorted(stages.items()):
        if alone not in ("", call):
            continue
        tell.part("Call {call}, stage {stage}", call=call, stage=stage)
        if not names:
            tell.wrong("The record says that this result is published, but no document of it lies here.")
            tell.note("If only the rounds of one call are meant to lie here, name it with --call.")
            continue
        try:
            Stage(place, tell, record, (call, stage)).check(names)
        except BROKEN as error:
            tell.wrong(
                "A document of this stage contradicts itself: {error}.",
                error=tell.trouble(error),
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
        """Everything that is there, in the order in which it was decided; then what is not there and should be."""
        named, codes, said, listed = (self.call, self.stage), set[str](), None, None
        self.draws(sorted({each.split("/")[0] for each in names if each.startswith("draw-")}))
        scores = self.raw("scores.json")
        if scores is not None:
            due = check_scores(self.tell, scores)
            said = read_part(self.tell, "scores.json", scores) if due is not None else None
        if said:
            check_opened(self.tell, self.record, named, said)
        allocation = self.raw("allocation.json")
        if allocation is not None:
            departures = self.part("departures.json")
            found = check_allocation(self.tell, allocation, departures)
            if found:
                self.recorded(found)
                self.departures(departures)
                listed = found.get("list")
                codes = {row[0] for row in found["frozen"]["case"]["files"]}
                if said:
                    self.points(said, found["frozen"]["case"])
        self.decided(listed)
        there = {f"{each}.json" for each in DOCUMENTS if self.raw(f"{each}.json") is not None}
        check_missing(self.tell, self.record, named, there, codes)

    def decided(self, listed: Any) -> None:
        """Votes, rulings, order and result."""
        result, votes, rulings, order = (
            self.part(f"{name}.json") for name in ("result", "votes", "rulings", "order")
        )
        out = published_in(self.record, self.call, self.stage)
        if votes:
            until = out[0] if out else len(self.record.says)
            check_votes(self.tell, self.record, self.call, votes, until)
        sums = check_rulings(self.tell, self.record, self.call, rulings, listed) if rulings else None
        if order:
            check_order(self.tell, self.record, self.call, order, sums)
        check_result(self.tell, self.record, (self.call, self.stage), result, order)

    def draws(self, names: list[str]) -> None:
        """Each draw, that the record was told of it, and that each of which it was told is here."""
        known = []
        for name in names:
            self.tell.part("Call {call}, stage {stage}: {name}", call=self.call, stage=self.stage, name=name)
            frozen = self.raw(f"{name}/frozen.json")
            if frozen is None:
                self.tell.wrong("{path} is missing.", path=f"{name}/frozen.json")
                continue
            found = check_draw(self.tell, frozen, self.raw(f"{name}/result.json"))
            if found is None:
                continue
            known.append(found)
            for kind in ("draw.frozen", "draw.drawn") if "result" in found else ("draw.frozen",):
                self._drawn(kind, found)
        check_draws_there(self.tell, self.record, (self.call, self.stage), known)

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
            self.tell.wrong("The record has no leaf about a list of this call.")
        elif not same:
            self.tell.wrong(
                "Leaf {leaf} of call {call}: “{key}” is {said} in the record and {due} in the published document.",
                leaf=own[-1][0], call=self.call, key="inputs", due=found["inputs"],
                said=self.tell.shown(own[-1][1].get("inputs")),
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
        own = self.record.of(self.call, "departure.made")
        for film in sorted(rows.keys() - {leaf.get("item") for _at, leaf in own}):
            self.tell.wrong(
                "The record has no leaf about the departure that is about film {film}.", film=film
            )
        for at, leaf in own:
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
