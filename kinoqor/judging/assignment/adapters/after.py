"""What comes after a round is read: the steps of the decision, each where it is done."""

from django.utils.translation import gettext as _

from kinoqor.judging.assignment.adapters.page import Round, address
from kinoqor.ui.parts import Row


def decision(of: Round, runs: bool) -> list[Row]:
    """What comes after the scores, in the order of the work, each where it is done; only what the call has."""
    award, args = of.terms.award(of.stage), (of.ref, of.stage)
    money = bool(award and award.purse)
    found = [
        (_("The films are defended"), "pitching-board", args, bool(award and award.pitching)),
        (_("Who gets what is computed"), "allocation-round", args, money),
        (_("The council sits and votes"), "round-sittings", args, True),
        (_("The commission rules on each film"), "commission", args, money),
        (_("The order is signed"), "order", args, money),
        (_("The result comes out at a fixed moment"), "round-publication", args, True),
        (_("Objections are answered"), "objections", (), True),
        (_("A round with a fault is annulled and run again"), "round-annulment", (of.ref,), runs),
    ]
    there = [(name, address(to, *named)) for name, to, named, stands in found if stands]
    return [
        Row(name, str(place), url) for place, (name, url) in enumerate((one for one in there if one[1]), 1)
    ]
