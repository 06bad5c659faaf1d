"""Who may open a paper: whoever may read what it belongs to."""

from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.ledger.file.access import Who, keeper_of
from kinoqor.ledger.paper.queries import held, paper


def may_open(who: Who, number: str, **asked: object) -> Verdict:
    """Whoever may read the holder of the paper; to anyone else it is not there."""
    found = paper(number)
    kept = keeper_of(found.holder) if found else None
    return kept[0].may_read(who, kept[1]) if kept else no("", hidden=True)


def may_hold(who: Who, number: str, seal: str, **asked: object) -> Verdict:
    """Whoever can tell the digits that are printed on the paper."""
    return YES if held(number, seal) else no("", hidden=True)
