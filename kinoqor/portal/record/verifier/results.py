"""The published result against the record and the order; and that no document is missing of which a leaf speaks."""

from collections.abc import Iterator
from typing import Any

from kinoqor.portal.record.verifier.orders import leaf_says
from kinoqor.portal.record.verifier.record import Record
from kinoqor.portal.record.verifier.telling import Telling, digest

COUNTED = ("awarded", "chosen", "not_chosen")
ALWAYS, MONEY = ("result", "votes"), ("allocation", "departures", "rulings", "order")


def published_in(record: Record, call: str, stage: str) -> tuple[int, Any] | None:
    """The leaf that says that the result of a stage is out."""
    own = [each for each in record.of(call, "result.published") if each[1].get("stage") == stage]
    return own[-1] if own else None


def check_result(tell: Telling, record: Record, named: tuple[str, str], result: Any, order: Any) -> None:
    """How many films, which were chosen and with how much: its own rows, the record and the order say the same."""
    leaf, faults = published_in(record, *named), tell.faults
    if leaf is None:
        tell.wrong("The record has no leaf that says that the result of this stage was published.")
    if result is None:
        return
    rows = result["list"]
    due = {each: sum(row[1] == each for row in rows) for each in ("awarded", "chosen")}
    due["not_chosen"] = result["files"] - len(rows)
    for key in COUNTED:
        if result[key] != due[key]:
            tell.wrong("The result says of “{key}”: {said}; by its rows it is {due}.",
                       key=key, said=result[key], due=due[key])  # fmt: skip
    if leaf is not None:
        counted = {key: result[key] for key in ("files", *COUNTED)}
        leaf_says(tell, leaf[0], named[0], leaf[1], {**counted, "list": digest(rows)})
    ordered = dict(order["rows"]) if order else {}
    given = {row[0]: row[2] for row in rows if row[1] == "awarded"}
    for film in sorted(ordered.keys() | given.keys()) if order else ():
        if ordered.get(film) != given.get(film):
            tell.wrong("Film {film} has {said} in the result and {due} in the order.",
                       film=film, said=given.get(film, 0), due=ordered.get(film, 0))  # fmt: skip
    if tell.faults == faults and leaf is not None:
        tell.right("The result: of {files} films {awarded} are in the order, {chosen} go on; leaf {leaf} says the same.",
                   files=result["files"], awarded=due["awarded"], chosen=due["chosen"], leaf=leaf[0])  # fmt: skip


def check_missing(
    tell: Telling, record: Record, named: tuple[str, str], there: set[str], codes: set[str]
) -> None:
    """Each document of which a leaf speaks is there; `codes`: the films of the list, as far as it could be read."""
    for name, leaf in _needed(record, *named, there, codes):
        if f"{name}.json" not in there:
            tell.wrong("{file} is missing, although leaf {leaf} of the record speaks of it.",
                       file=f"{name}.json", leaf=leaf)  # fmt: skip


def _needed(
    record: Record, call: str, stage: str, there: set[str], codes: set[str]
) -> Iterator[tuple[str, int]]:
    leaf = published_in(record, call, stage)
    opened = [
        at for at, says in record.of(call, "reviews.opened")
        if says.get("stage") == stage and (leaf is None or at < leaf[0])
    ]  # fmt: skip
    if opened:
        yield "scores", opened[-1]
    if leaf is None:
        return
    yield from ((name, leaf[0]) for name in ALWAYS)
    ruled = [at for at, says in record.of(call, "commission.decided") if says.get("item") in codes]
    money = leaf[1].get("awarded") or any(f"{name}.json" in there for name in MONEY)
    for name in MONEY if money else ():
        if name != "rulings" or ruled or leaf[1].get("awarded"):
            yield name, ruled[-1] if name == "rulings" and ruled else leaf[0]


def check_draws_there(
    tell: Telling, record: Record, named: tuple[str, str], found: list[dict[str, str]]
) -> None:
    """Each draw of which the record speaks lies here, with its lists and, where it was drawn, its result."""
    for kind, key, file in (("draw.frozen", "lists", "frozen.json"), ("draw.drawn", "result", "result.json")):
        known = {each.get(key) for each in found}
        for at, says in record.of(named[0], kind):
            if says.get("stage") == named[1] and says.get(key) not in known:
                tell.wrong("Leaf {leaf} is about a draw of this stage whose {file} is missing or was altered.",
                           leaf=at, file=file)  # fmt: skip


def check_opened(tell: Telling, record: Record, named: tuple[str, str], scores: Any) -> None:
    """The marks are no more than those of the reviews that were opened."""
    own = [says for _at, says in record.of(named[0], "reviews.opened") if says.get("stage") == named[1]]
    many, due = len({(row[0], row[1]) for row in scores["marks"]}), sum(each["reviews"] for each in own)
    if not own:
        tell.wrong("The record has no leaf about the opening of the reviews of this stage.")
    elif many > due:
        tell.wrong("scores.json has the marks of {many} reviews; the record says that {due} were opened.",
                   many=many, due=due)  # fmt: skip
