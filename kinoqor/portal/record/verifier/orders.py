"""What the commission said of each film, the order with its total, and the votes: against the list and the record."""

from typing import Any

from kinoqor.portal.record.verifier.record import Record
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, digest, understood

IN_ORDER, SAID = ("approved", "cut"), ("approved", "cut", "refused", "returned")


def read_part(tell: Telling, name: str, raw: bytes | None) -> Any:
    """A document of a round; None where it is not there or cannot be read, which is then said."""
    if raw is None:
        return None
    try:
        return understood(raw)
    except BROKEN as error:
        tell.wrong("{file} was altered, it cannot be read: {error}.", file=name, error=error)
        return None


def leaf_says(tell: Telling, at: int, call: str, said: Any, due: dict[str, Any]) -> bool:
    """Whether a leaf says what a document says, key by key; each difference is named."""
    other = [key for key, value in due.items() if said.get(key) != value]
    for key in other:
        tell.wrong(
            "Leaf {leaf} of call {call}: “{key}” is {said} in the record and {due} in the published document.",
            leaf=at, call=call, key=key, said=said.get(key), due=due[key],
        )  # fmt: skip
    return not other


def check_rulings(
    tell: Telling, record: Record, call: str, rulings: Any, listed: Any
) -> dict[str, int] | None:
    """The commission's decisions against the list and the record; gives the sums that stand by film."""
    faults = tell.faults
    leaves: dict[str, list[tuple[int, Any]]] = {}
    for at, said in record.of(call, "commission.decided"):
        leaves.setdefault(said["item"], []).append((at, said))
    awards = {row[0]: row[1] for row in listed["result"]["awards"]} if listed else None
    found = {}
    for film, outcome, sum_ in rulings["rulings"]:
        most = sum_ if awards is None else awards.get(film, -1)
        right = {"approved": sum_ == most, "cut": 0 < sum_ < most or awards is None}.get(outcome, sum_ == 0)
        if film in found or outcome not in SAID or not right or most < 0:
            tell.wrong("The ruling on film {film}, {outcome} with {sum}, does not go with the list ({award}).",
                       film=film, outcome=outcome, sum=sum_, award=most)  # fmt: skip
        found[film] = sum_ if outcome in IN_ORDER else 0
        own = leaves.get(film, [])
        if own:
            due = {"outcome": outcome, "sum": found[film], "currency": rulings["currency"]}
            leaf_says(tell, own[-1][0], call, own[-1][1], due)
    if tell.faults == faults:
        tell.right("The commission ruled on {many} films, none above the list.", many=len(found))
    return found


def check_order(tell: Telling, record: Record, call: str, order: Any, sums: dict[str, int] | None) -> None:
    """The order: its rows are what was approved, its total is their sum, and the record says the same."""
    faults = tell.faults
    rows = dict(order["rows"])
    if len(rows) < len(order["rows"]):
        tell.wrong("A film stands twice in the order.")
    if order["total"] != sum(sum_ for _film, sum_ in order["rows"]):
        tell.wrong("The order says {said} in all; its rows come to {due}.",
                   said=order["total"], due=sum(sum_ for _film, sum_ in order["rows"]))  # fmt: skip
    approved = None if sums is None else {film: sum_ for film, sum_ in sums.items() if sum_}
    if approved is not None:
        for film in sorted(rows.keys() | approved.keys()):
            if rows.get(film) != approved.get(film):
                tell.wrong("Film {film} has {said} in the order; the commission gave {due}.",
                           film=film, said=rows.get(film, 0), due=approved.get(film, 0))  # fmt: skip
    due = {"day": order["day"], "films": len(rows), "total": order["total"], "currency": order["currency"]}
    due |= {"paper": order["paper"]} if order.get("paper") else {}
    due |= {"signature": order["signature"]} if order.get("signature") else {}
    own = [each for each in record.of(call, "order.signed") if each[1].get("number") == order["number"]]
    if own:
        leaf_says(tell, own[-1][0], call, own[-1][1], due)
    else:
        tell.wrong(
            "The record has no leaf about the order {number} of call {call}.",
            number=order["number"],
            call=call,
        )
    if tell.faults == faults:
        tell.right("The order {number}: {films} films, {total} in all, as approved and as recorded.",
                   number=order["number"], films=len(rows), total=order["total"])  # fmt: skip


def check_result(tell: Telling, record: Record, named: tuple[str, str], result: Any, order: Any) -> None:
    """The published result: its digest is that of the record, and its sums are those of the order."""
    faults, rows = tell.faults, result["list"]
    own = [each for each in record.of(named[0], "result.published") if each[1].get("stage") == named[1]]
    if own:
        due = {"list": digest(rows), "awarded": sum(row[1] == "awarded" for row in rows)}
        leaf_says(tell, own[-1][0], named[0], own[-1][1], due)
    else:
        tell.wrong("The record has no leaf about the result of this stage.")
    given, ordered = {row[0]: row[2] for row in rows}, dict(order["rows"]) if order else {}
    for film in sorted(ordered.keys() | given.keys()) if order else ():
        if given.get(film) != ordered.get(film):
            tell.wrong("The result gives film {film} {said}; the order gives it {due}.",
                       film=film, said=given.get(film, 0), due=ordered.get(film, 0))  # fmt: skip
    if tell.faults == faults:
        tell.right("The result, {films} films, is as ordered and as recorded.", films=len(rows))


def check_votes(tell: Telling, record: Record, call: str, votes: Any) -> None:
    """Votes in numbers: they add up, a carried vote has more for than against, and the record says the same."""
    faults = tell.faults
    leaves = {
        leaf["says"]["item"]: (at, leaf["says"])
        for at, leaf in enumerate(record.says)
        if leaf.get("kind") == "vote.taken"
    }
    for vote in votes["votes"]:
        cast = vote["for"] + vote["against"] + vote["abstained"]
        if cast > vote["present"] or (vote.get("outcome") == "carried" and vote["for"] <= vote["against"]):
            tell.wrong("Vote {item}: {cast} voices of {present} present do not carry what is said.",
                       item=vote["item"], cast=cast, present=vote["present"])  # fmt: skip
        if vote["item"] in leaves:
            leaf_says(tell, *(leaves[vote["item"]][0], call), leaves[vote["item"]][1], vote)
        else:
            tell.note("The record has no leaf about vote {item}.", item=vote["item"])
    if tell.faults == faults and votes["votes"]:
        tell.right("{many} votes add up and are as recorded.", many=len(votes["votes"]))
