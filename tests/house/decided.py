"""What stands behind the addresses of the deciding: the part of `things` that its rooms add to."""

from collections.abc import Callable, Mapping

from kinoqor.accounts.user.models import User
from kinoqor.deciding.pitching.models import Plan, Slot
from kinoqor.deciding.pitching.words import Standing
from kinoqor.deciding.publication.models import Publication
from tests.deciding import making
from tests.house.routes import Kwargs
from tests.judging import making as judging

Things = Mapping[str, Mapping[str, Kwargs]]
STAGE = {"ref": making.REF, "stage": making.STAGE}


def pitchings(user: User | None, other: User) -> Things:
    """A pitching whose programme is known, with a film that one hears and one of a body on which one does not sit."""
    making.call()
    of = Plan.objects.filter(version=making.call(), stage=making.STAGE, cancelled=None).first()
    if of is None:
        of = making.plan(standing=Standing.PUBLISHED, published=making.deed())
        making.slot(judging.admitted())
    number = Slot.objects.filter(plan=of).order_by("pk")[0].pk
    stage = {"any": STAGE}
    pages = ("board", "new", "days", "away", "step", "calls", "open")
    return {
        **{f"pitching-{page}": stage for page in pages},
        "pitching": stage, "pitching-ics": stage,
        "pitching-slot": {"any": {"number": number}}, "hearing": {"other's": {"number": number}},
    }  # fmt: skip


def results(user: User | None, other: User) -> Things:
    """A result that is out, with files of one's own and of somebody else's in it; a stage of which none is out."""
    out = _out()
    owners = {"other's": other} | ({"own": user} if user else {})
    files = {which: judging.admitted(each) for which, each in owners.items()}
    for each in files.values():
        making.outcome(out, each, line={"code": f"n{each.pk}", "reason": "line"})
    both = {"out": STAGE, "not out": {**STAGE, "stage": judging.SECOND}}
    desk = ("round-publication", "publication-prepare", "publication-preview", "publication-withdraw")
    return {
        **dict.fromkeys((*desk, "result", "result-csv", "result-json"), both),
        "result-film": {"out": {**STAGE, "code": "c1"}},
        "application-result": {which: {"number": each.pk} for which, each in files.items()},
    }  # fmt: skip


def _out() -> Publication:
    """The result of the stage with one chosen film; nothing is lifted, so other files stay as they are."""
    found = Publication.objects.filter(version=making.call(), stage=making.STAGE).first()
    if found is None:
        found = making.publication(None)
        one = judging.admitted()
        told = {
            "title": one.titles,
            "company": "A company",
            "producer": "",
            "director": "",
            "synopsis": "",
            "language": "kk",
        }
        making.outcome(found, one, "awarded", award=100, line={"code": "c1", "points": 8000, "film": told})
    return found


DECIDED: tuple[Callable[[User | None, User], Things], ...] = (pitchings, results)
