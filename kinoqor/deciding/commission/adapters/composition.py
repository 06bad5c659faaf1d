"""The commission as it is made up on a day, for the law that asks the same of every body."""

from datetime import date

from kinoqor.deciding.commission.queries import Table
from kinoqor.deciding.session.adapters.composition import barred
from kinoqor.deciding.session.words import Hall
from kinoqor.judging.panel import queries as panels


def made_up(of: Table, day: date, viewer: int | None = None, judged: bool = True) -> Hall | None:
    """Who sits on the commission of a list, by which act, and where it is `judged`, what bars each, which asks the
    register about everybody; None where there is no commission. What is shut to the `viewer` is not named in it.
    """
    if of.body is None:
        return None
    return Hall(
        panels.lawful(of.body), of.body.act, tuple(panels.seated(one) for one in of.members),
        {f"user:{one.seat.user_id}": one.seat.user.name for one in of.members},
        barred(of.body, of.members, day, viewer) if judged else {},
    )  # fmt: skip
