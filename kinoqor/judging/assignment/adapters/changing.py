"""Changes after a draw as the law asks for them: who may stand in for whom."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

from kinoqor.funding.application.queries import holder
from kinoqor.funding.conflict.queries import shut_pairs
from kinoqor.judging.assignment import queries
from kinoqor.judging.assignment.adapters import records
from kinoqor.judging.assignment.adapters.case import file_code, made, reader_code
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.rules.standin import Wanted, candidates, stand_in
from kinoqor.ledger.deed.models import Deed


def stand_in_of(draw: Draw, reading: Reading, day: date) -> dict[str, Any] | None:
    """Who reads in the place of a reading, as the columns of a new one; None where the draw takes nobody."""
    today = made(draw, day)
    said = json.loads(draw.result or "{}")
    of, file = said.get("of", 1), file_code(draw, reading.application_id)
    chances = {(one, reader): Fraction(units, of) for one, reader, _fit, units in said.get("chances", [])}
    loads: dict[str, int] = {}
    mine = set()
    for each in queries.standing_in(draw.version.call.ref, draw.stage):
        name = reader_code(draw, each.member_id)
        loads[name] = loads.get(name, 0) + 1
        if each.application_id == reading.application_id and each.pk != reading.pk:
            mine.add(name)
    before = records.ever_read(draw.pk, reading.application_id)
    gone = {reader_code(draw, member) for member in before} - mine
    wanted = Wanted(file, frozenset(mine), frozenset(gone), loads, chances)
    turn = records.replacements(draw.pk, reading.application_id)
    found = stand_in(
        bytes.fromhex(draw.seed or ""), file, turn, candidates(today.case, today.settings, wanted)
    )
    if found is None:
        return None
    member = today.codes["readers"][found]
    fit = today.case.fit[[each.code for each in today.case.files].index(file)][
        [each.code for each in today.case.readers].index(found)
    ]
    units = chances.get((file, found), Fraction(0))
    return {
        "member_id": member, "user_id": queries.users_of([member])[member], "fit": max(0, int(fit)),
        "units": units.numerator, "of": units.denominator,
    }  # fmt: skip


def rows_of(draw: Draw, pairs: list[tuple[str, str, int, int]], of: int, deed: Deed) -> list[Reading]:
    """The readings of a result, (file, reader, fit, units of `of`) by codes, to be kept. What was withdrawn or shut since
    the freezing has ended already.
    """
    codes = draw.codes or {"files": {}, "readers": {}}
    users = queries.users_of(codes["readers"].values())
    reads = set(records.still_read(codes["files"].values()))
    shut = shut_pairs(queries.holders(reads))
    rows = []
    for file, reader, fit, units in pairs:
        number, member = codes["files"][file], codes["readers"][reader]
        over = number not in reads or (users[member], holder(number)) in shut
        rows.append(
            Reading(
                draw=draw, application_id=number, member_id=member, user_id=users[member], fit=fit, units=units, of=of,
                given=deed, ended=deed if over else None,
            )
        )  # fmt: skip
    return rows
