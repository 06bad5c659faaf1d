"""A vote looked at closely: the composition, who voted how where the form tells it, and what it would be without each."""

from typing import Any

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kinoqor.deciding.session import queries
from kinoqor.deciding.session.adapters import composition
from kinoqor.deciding.session.adapters.page import result
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.rules import counting
from kinoqor.deciding.session.words import OVER, Matter, Standing
from kinoqor.funding.award.words import Abstention, Form, Level, Majority
from kinoqor.judging.panel.words import Vote
from kinoqor.ui.parts import Fact


def facts(of: Item) -> list[Fact]:
    """By what rules a point is voted on, and what came of it."""
    voting, body = queries.voting(of.sitting), of.sitting.body
    found = [
        Fact(_("Form of the vote"), capfirst(Form(of.form).label)),
        Fact(_("What carries it"), capfirst(Majority(voting.majority).label)),
        Fact(_("As many for as against"), capfirst(Level(voting.level).label)),
        Fact(_("An abstention"), Abstention(voting.abstention).label),
        Fact(_("Quorum"), f"{body.quorum} · {body.act}"),
    ]
    if of.opened:
        told = (of.opened.details or {}).get("result", "")
        found += [Fact(_("Digest of what is voted on"), told)] if told else []
    if of.photograph:
        found.append(Fact(_("Digest of the composition"), of.photograph.digest))
    return found


def members(of: Item, names: bool = True) -> list[dict[str, Any]]:
    """Who sat there: who was shut out, who took part, how (but in a closed vote), and whether it stands without them."""
    if of.photograph is None:
        return []
    at, part, told = queries.taken(of.photograph), queries.took_part(of), queries.votes_of(of)
    over = of.standing in OVER
    turned = set()
    if of.standing == Standing.DECIDED and of.form != Form.CLOSED:
        turned = set(counting.deciding(at, told, of.sitting.body.quorum, queries.voting(of.sitting)))
    found = []
    for one in of.photograph.members:
        person = f"user:{one['user']}"
        vote = told.get(person) if over and names else None
        found.append(
            {
                "name": one["name"], "chair": one["chair"], "act": one["act"],
                "out": one["user"] in of.photograph.shut_out, "part": one["user"] in part,
                "vote": Vote(vote).label if vote else "", "turns": person in turned,
            }
        )  # fmt: skip
    return found


def firm(of: Item) -> bool | None:
    """Whether a closed vote stands without whichever one member; None for a vote of another form, or an open one."""
    if of.form != Form.CLOSED or of.standing != Standing.DECIDED:
        return None
    _found, told = composition.counted(of)
    return counting.firm(told, of.sitting.body.quorum, queries.voting(of.sitting))


def numbers(of: Item) -> dict[str, Any]:
    """The numbers of a vote that is over; none of a closed vote that was broken off, where nobody is told them."""
    return {} if of.form == Form.CLOSED and of.standing == Standing.BROKEN else of.counts or {}


def public(of: Item) -> dict[str, Any]:
    """A vote as anyone may read it once the result is public: numbers; names only where the vote was by name."""
    named = of.form == Form.NAMED
    return {
        "item": of, "day": of.sitting.at, "matter": capfirst(Matter(of.matter).label),
        "form": capfirst(Form(of.form).label), "result": result(of), "counts": of.counts or {},
        "carried": bool(of.carried),
        "votes": [each for each in members(of) if each["vote"]] if named else [],
        "digest": of.photograph.digest if of.photograph else "",
    }  # fmt: skip


def as_data(of: Item) -> dict[str, Any]:
    """The same as open data."""
    told = public(of)
    votes = queries.votes_of(of) if of.form == Form.NAMED and of.photograph else {}
    names = {f"user:{one['user']}": one["name"] for one in of.photograph.members} if of.photograph else {}
    return {
        "vote": of.pk, "body": of.sitting.body.ref, "day": timezone.localdate(of.sitting.at).isoformat(),
        "matter": of.matter, "form": of.form, "counts": of.counts, "carried": told["carried"],
        "composition": told["digest"], "votes": [{"name": names[one], "vote": str(vote)} for one, vote in votes.items()],
    }  # fmt: skip
