"""What the commission said of each film, the order with its total, and the votes: against the list and the record."""

from typing import Any

from kinoqor.portal.record.verifier.record import Record
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, understood

IN_ORDER, SAID = ("approved", "cut"), ("approved", "cut", "refused", "returned")


def read_part(tell: Telling, name: str, raw: bytes | None) -> Any:
    """A document of a round; None where it is not there or cannot be read, which is then said."""
    if raw is None:
        return None
    try:
        return understood(raw)
    except BROKEN as error:
        tell.wrong("{file} was altered, it cannot be read: {error}.", file=name, error=tell.trouble(error))
        return None


def leaf_says(tell: Telling, at: int, call: str, said: Any, due: dict[str, Any]) -> bool:
    """Whether a leaf says what a document says, key by key; each difference is named."""
    other = [key for key, value in due.items() if said.get(key) != value]
    for key in other:
        tell.wrong(
            "Leaf {leaf} of call {call}: “{key}” is {said} in the record and {due} in the published document.",
            leaf=at, call=call, key=key, said=tell.shown(said.get(key)), due=tell.shown(due[key]),
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
        else:
            tell.wrong("The record has no leaf about the ruling on film {film}.", film=film)
    known = {row[0] for row in listed["case"]["files"]} if listed else set()
    for film in sorted(leaves.keys() & known - found.keys()):
        tell.wrong("Leaf {leaf} is about the ruling on film {film}, which rulings.json does not have.",
                   leaf=leaves[film][-1][0], film=film)  # fmt: skip
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


def check_votes(tell: Telling, record: Record, call: str, votes: Any, until: int) -> None:
    """Votes in numbers: they add up, a carried vote has more for than against, or stood level and had the chair's voice,
    and the record says the same; up to the leaf `until`, that of the result, no vote of the same sittings is left out.
    """
    faults, sittings = tell.faults, set()
    leaves = {
        leaf["says"]["item"]: (at, leaf["says"], leaf.get("of"))
        for at, leaf in enumerate(record.says)
        if leaf.get("kind") == "vote.taken"
    }
    for vote in votes["votes"]:
        cast = vote["for"] + vote["against"] + vote["abstained"]
        least = vote["against"] + (
            vote.get("level") != "chair"
        )  # what stands level is carried by the chair's voice
        if cast > vote["present"] or (vote.get("outcome") == "carried" and vote["for"] < least):
            tell.wrong("Vote {item}: {cast} voices of {present} present do not carry what is said.",
                       item=vote["item"], cast=cast, present=vote["present"])  # fmt: skip
        if vote["item"] in leaves:
            at, says, sitting = leaves[vote["item"]]
            leaf_says(tell, at, call, says, vote)
            sittings.add(sitting)
        else:
            tell.wrong("The record has no leaf about vote {item}.", item=vote["item"])
    there = {vote["item"] for vote in votes["votes"]}
    for item, (at, _says, sitting) in leaves.items():
        if sitting in sittings and item not in there and at < until:
            tell.wrong("Leaf {leaf} is about vote {item} of the same sitting, which votes.json does not have.",
                       leaf=at, item=item)  # fmt: skip
    if not there:
        tell.wrong("votes.json has no vote, and nothing is published without one.")
    if tell.faults == faults:
        tell.right("{many} votes add up and are as recorded.", many=len(there))
