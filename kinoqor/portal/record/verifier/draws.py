"""A draw of readers, from its frozen lists and its result: the seed, the limits, the proof, the draw, its price."""

from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any

from kinoqor.portal.record.verifier.chance import chance_bytes, round_signed, round_time, seed_of
from kinoqor.portal.record.verifier.lists import Lists, crossing_houses, lists_of
from kinoqor.portal.record.verifier.prices import UNPROVED, Planned, proved
from kinoqor.portal.record.verifier.rings import drawn_again
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, understood


def check_draw(tell: Telling, frozen: bytes, result: bytes | None) -> dict[str, str] | None:
    """Say every step of a draw; gives its digests and its seed, to be compared with the record."""
    try:
        before = understood(frozen)
        lists = lists_of(before)
        after = None if result is None else understood(result)
    except BROKEN as error:
        tell.wrong(
            "A document of the draw was altered, it cannot be read: {error}.", error=tell.trouble(error)
        )
        return None
    found = {"lists": sha256(frozen).hexdigest()}
    if after is None or result is None:
        tell.note("This draw has only its frozen lists: nothing was drawn, or nothing is published.")
        return found
    try:
        _source(tell, before, str(after["chance"]))
        tell.either(
            after["frozen"] == found["lists"],
            "The result of the draw names its frozen lists.",
            "The result of the draw is of other lists than these: frozen.json or result.json was altered.",
        )
        seed = seed_of(
            "kinoqor draw 1", frozen, chance_bytes(before["chance"]["source"], str(after["chance"]))
        )
        tell.either(
            after["seed"] == seed.hex(),
            "The seed is made of the frozen lists and the public number.",
            "The seed is not made of the frozen lists and the public number.",
        )
        _plan(tell, lists, after)
    except BROKEN as error:
        tell.wrong("A document of the draw contradicts itself: {error}.", error=tell.trouble(error))
    return found | {"result": sha256(result).hexdigest(), "seed": str(after.get("seed"))}


def _source(tell: Telling, before: Any, chance: str) -> None:
    source = before["chance"]
    check_chance(tell, source, chance)
    if source["source"] == "drand" and "frozen_at" in before:
        frozen = datetime.strptime(before["frozen_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        tell.either(
            int(frozen.timestamp()) < round_time(int(source["round"])),
            "The lists were frozen before the public number was there.",
            "The lists were frozen when the public number could be known already.",
        )


def check_chance(tell: Telling, source: Any, chance: str) -> None:
    """Whether what came is what was named beforehand."""
    if source["source"] != "drand":
        days = "; ".join(str(each["day"]) for each in source.get("announced", []))
        tell.note(
            "The announced numbers are {numbers}: compare them with those of {days}.",
            numbers=chance,
            days=days,
        )
        return
    signed = round_signed(int(source["round"]), chance)
    if signed is None:
        tell.note(
            "Round {number} of drand quicknet: with py_ecc installed its signature is checked too.",
            number=source["round"],
        )
    else:
        tell.either(
            signed,
            "The signature is that of round {number} of drand quicknet.",
            "The signature is not that of round {number} of drand quicknet.",
            number=source["round"],
        )


def _plan(tell: Telling, lists: Lists, after: Any) -> None:
    seed, of, chances = bytes.fromhex(after["seed"]), int(after["of"]), after["chances"]
    if of != lists.units()[1]:
        raise ValueError("of")
    fits = {(file, reader): fit for file, reader, fit, _units in chances}
    pairs = [[file, reader, fits[file, reader], 1] for file, reader in after["pairs"]]
    plan = Planned(pairs, chances, of, seed, bool(after["narrowed"]))
    found = proved(lists, plan, after["prices"])
    if found.fault:
        tell.wrong(found.fault, **(found.told or {}))
    else:
        tell.right("Every limit is kept: readers of each file, loads, conflicts, houses, caps of chance.")
        tell.right("The prices prove that no better chances exist: both sums are {sum}.", sum=found.reached)
    again, counted = drawn_again(lists, chances, seed, of)
    drawn = {(file, reader) for file, reader in after["pairs"]}
    other = sorted(again ^ drawn)
    if other:
        tell.wrong("The draw gives other readings: file {file} and reader {reader} differ first.",
                   file=other[0][0], reader=other[0][1])  # fmt: skip
    else:
        tell.either(
            counted == after["counted"],
            "The draw, repeated, gives the same {many} readings.",
            "The draw, repeated, counts another number of numbers than is said.",
            many=len(drawn),
        )
    _price(tell, lists, after, seed)


def _price(tell: Telling, lists: Lists, after: Any, seed: bytes) -> None:
    """What the draw costs beside the best plan without a cap, whose own prices prove it."""
    top = after.get("top")
    if top is None:
        tell.note("What the draw costs is stated and not proved.")
        return
    rows = [[file, reader, fit, 1] for file, reader, fit in top["pairs"]]
    best = sum(fit for _file, _reader, fit, _units in rows)
    found = proved(lists, Planned(rows, rows, 1, seed, False), top["prices"])
    unproved = not top["prices"] and found.fault == UNPROVED and crossing_houses(lists, seed)
    if best != after["best"] or (found.fault and not unproved):
        tell.wrong("What the draw costs is not proved: the best plan without the cap is another one.")
        return
    expected = Fraction(sum(fit * units for _f, _r, fit, units in after["chances"]), int(after["of"]))
    price = f"{float(1 - expected / best) * 100:.2f}" if best else "0"
    tell.right(
        "The draw costs {price} per cent of the best fit, or more." if unproved
        else "The draw costs {price} per cent of the best fit, as its own prices prove.",
        price=price,
    )  # fmt: skip
