"""An allocation from its documents: every sum, limit, line, reason, the justice rule, lot and rest; departures."""

import json
from typing import Any

from kinoqor.portal.record.verifier.chance import chance_bytes, seed_of
from kinoqor.portal.record.verifier.draws import check_chance
from kinoqor.portal.record.verifier.lots import follows
from kinoqor.portal.record.verifier.sharing import LIST_FORMAT, Shares, Totals, passed_over, shares
from kinoqor.portal.record.verifier.solving import best_list, solver, would_be_in
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, canonical, digest, first_few, understood

MOST_TOLD = 20  # films whose counterfactuals are solved again


def check_list(tell: Telling, case: Any, result: Any) -> bool:
    """Check one case with its result; gives whether all of it holds."""
    faults = tell.faults
    try:
        if result["format"] != LIST_FORMAT:
            raise ValueError(result["format"])
        of = shares(case, result["seed"])
        if result["case"] != digest(case):
            tell.wrong("The result is of another case than the one beside it.")
        known = {film.code for film in of.films}
        strange = sorted({*result["computed"], *(row[0] for row in result["awards"])} - known)
        if strange:
            tell.wrong("Film {film} is in the list and not in the case.", film=strange[0])
            return False
        _kept(tell, of, result["computed"])
        _kept(tell, of, [row[0] for row in result["awards"]])
        _may(tell, of, result)
        for film, other in first_few(passed_over(of, result["computed"])):
            tell.wrong("The justice rule: film {film} was passed over by {other}, which is placed worse.",
                       film=film.code, other=other.code)  # fmt: skip
        _follows(tell, of, result)
    except BROKEN as error:
        tell.wrong("The allocation was altered, it cannot be read: {error}.", error=tell.trouble(error))
    if tell.faults == faults:
        tell.right("{films} films get {money}: sums, quotas, the justice rule, cut-offs, reasons and lots hold.",
                   films=len(result["awards"]), money=sum(row[1] for row in result["awards"]))  # fmt: skip
    return tell.faults == faults


def _may(tell: Telling, of: Shares, result: Any) -> None:
    could = {film.code for film in of.films if not film.out} - of.outside
    for code in sorted({*result["computed"], *(row[0] for row in result["awards"])} - could):
        tell.wrong("Film {film} may not be in the list at all.", film=code)
    for code in sorted(of.inside - set(result["computed"])):
        tell.wrong("Film {film} was put in by a departure and is not in the list.", film=code)


def _kept(tell: Telling, of: Shares, codes: list[str]) -> None:
    totals = Totals(of, of.of(codes))
    for stream in of.envelopes:
        if totals.left(stream) < 0:
            tell.wrong(
                "The envelope {stream} is overspent by {over}.", stream=stream, over=-totals.left(stream)
            )
    for quota in sorted(totals.broken()):
        tell.wrong("The quota {quota} does not hold.", quota=quota)
    films, money = of.rules["company_films"], of.rules["company_money"]
    for company, (many, given) in sorted(totals.companies.items()):
        if (films is not None and many > films) or (money is not None and given > money):
            tell.wrong("Company {company} has more than one company may.", company=company)


def _follows(tell: Telling, of: Shares, result: Any) -> None:
    """What follows from the computed list, made again and compared row by row."""
    due = follows(of, result["computed"])
    for key in ("computed", "value", "band", "kept"):
        if result[key] != due[key]:
            tell.wrong(
                "The result says of “{key}”: {said}; it is {due}.",
                key=key,
                said=tell.shown(result[key]),
                due=tell.shown(due[key]),
            )
    for key, words in (
        ("awards", "The award of film {film} is stated as {said}; by the rule it is {due}."),
        ("refusals", "The reason of film {film} is stated as {said}; by the rule it is {due}."),
        ("lines", "The cut-off of {film} is stated as {said}; by the list it is {due}."),
    ):
        width = 3 if key == "lines" else 1
        said, right = (
            {canonical(row[:width]): row[width:] for row in rows} for rows in (result[key], due[key])
        )
        if len(said) < len(result[key]):
            tell.wrong("A row of “{key}” stands twice.", key=key)
        for name in first_few(each for each in sorted({*said, *right}) if said.get(each) != right.get(each)):
            tell.wrong(
                words,
                film=_spoken(name),
                said=tell.shown(said.get(name)),
                due=tell.shown(right.get(name)),
            )
        if [row[:width] for row in result[key]] != sorted(row[:width] for row in result[key]):
            tell.wrong("The rows of “{key}” do not stand in their order.", key=key)


def _spoken(name: str) -> str:
    """The code of a film, or stream, kind and quotas of a line, as they are read."""
    parts = json.loads(name)
    return ", ".join(each if isinstance(each, str) else " + ".join(each) or "—" for each in parts)


def check_allocation(tell: Telling, raw: bytes, departed: Any) -> dict[str, Any] | None:
    """Check allocation.json; gives its digests and the list that stands, to be compared with the rest."""
    try:
        said = understood(raw)
        frozen, result, after = said["frozen"], said["result"], said["after"]
        found = {
            "inputs": digest(frozen),
            "result": result and digest(result),
            "frozen": frozen,
            "computed": result,
        }
        stands = after or result
    except BROKEN as error:
        tell.wrong("The allocation was altered, it cannot be read: {error}.", error=tell.trouble(error))
        return None
    if stands is None:
        tell.note("Nothing was computed of these frozen lists yet.")
        return found
    try:
        for each in (result, after) if after else (result,):
            _belongs(tell, frozen, each, found["inputs"])
            if check_list(tell, each["case"], each["result"]):
                _solved(tell, each["case"], each["result"])
        _chance(tell, frozen, result)
        _departed(tell, result, after, departed)
        _told(tell, result, said.get("told") or [])
    except BROKEN as error:
        tell.wrong("The allocation contradicts itself: {error}.", error=tell.trouble(error))
    return found | {"list": stands}


def _belongs(tell: Telling, frozen: Any, document: Any, due: str) -> None:
    """The case is the frozen one, but for the departures that stand in it."""
    same = (
        dict(document["case"]) | {key: frozen["case"][key] for key in ("inside", "outside")} == frozen["case"]
    )
    tell.either(
        same and document["frozen"] == due,
        "The list was computed of what was frozen.",
        "The list was computed of something else than what was frozen: a sum, points or a rule were altered.",
    )


def _chance(tell: Telling, frozen: Any, document: Any) -> None:
    seed, chance, source = document["result"]["seed"], document["chance"], frozen["chance"]
    if not seed:
        return
    check_chance(tell, source, chance)
    raw = canonical(frozen).encode()
    tell.either(
        seed == seed_of("kinoqor/lots/1", raw, chance_bytes(source["source"], chance)).hex(),
        "The seed of the lots is made of the frozen lists and the public number.",
        "The seed of the lots is not made of the frozen lists and the public number.",
    )


def _departed(tell: Telling, result: Any, after: Any, departed: Any) -> None:
    """Departures are published each with its direction; together they are what the case says."""
    rows = (departed or {}).get("departures", [])
    case = (after or result)["case"]
    named = {
        towards: sorted(row["film"] for row in rows if row["towards"] == towards) for towards in ("in", "out")
    }
    if not rows and not case["inside"] and not case["outside"]:
        return
    tell.either(
        named == {"in": case["inside"], "out": case["outside"]},
        "Every departure from the computed list is published: {many}.",
        "The departures that are published are not those that the list was computed with.",
        many=len(rows),
    )
    first, last = ({row[0]: row[1] for row in each["result"]["awards"]} for each in (result, after or result))
    for row in rows:
        if row["award"] != last.get(row["film"], 0):
            tell.wrong("The departure about film {film} says {said}; the list says {due}.",
                       film=row["film"], said=row["award"], due=last.get(row["film"], 0))  # fmt: skip
    tell.note("Departures bring {coming} films into the list and take {going} out of it.",
              coming=len(last.keys() - first.keys()), going=len(first.keys() - last.keys()))  # fmt: skip


def _solved(tell: Telling, case: Any, result: Any) -> None:
    cp = solver()
    if cp is None:
        tell.note("That no better list exists is checked where OR-Tools is installed.")
        return
    of = shares(case, result["seed"])
    try:
        best = best_list(cp, of)
    except TimeoutError:
        tell.note("The solver has not proved a best list in its time.")
        return
    value = sum(film.worth for film in of.of(best or []))
    tell.either(
        best is not None and value == result["value"],
        "Solved again: no list that keeps the rules is worth more.",
        "Solved again: the best list is worth {due}, the published one {said}.",
        due=value,
        said=result["value"],
    )


def _told(tell: Telling, document: Any, rows: Any) -> None:
    """What films were told they lacked: with it they are in, with a hundredth of a point less they are not."""
    cp = solver()
    if not rows or cp is None:
        return
    case, seed, faults = document["case"], document["result"]["seed"], tell.faults
    for row in rows[:MOST_TOLD]:
        code, points, more = row["code"], row["points"], row["envelope"]
        right = points is None or (
            would_be_in(cp, case, seed, code, points, 0)
            and not would_be_in(cp, case, seed, code, points - 1, 0)
        )
        right = right and (more is None or would_be_in(cp, case, seed, code, None, more))
        if not right:
            tell.wrong("What film {film} was told it lacked is not so.", film=code)
    if tell.faults == faults:
        tell.right("Solved again: what {many} films were told they lacked is so.", many=len(rows[:MOST_TOLD]))
