"""What the marks of a pitching bring into a film's points."""

from collections.abc import Collection
from fractions import Fraction

from kinoqor.deciding.pitching.models import Plan, Sheet
from kinoqor.deciding.pitching.queries import set_aside
from kinoqor.deciding.pitching.rules.points import without
from kinoqor.deciding.pitching.words import Came
from kinoqor.deciding.pitching.words import Sheet as Said
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import terms_of


def pitched(version: CallVersion, stage: str, gone: Collection[int] = ()) -> dict[int, Fraction]:
    """The points of the pitching by application, once its marks are opened; as if the members of these accounts had
    never marked. Empty while they are sealed. What the opening set aside for a conflict does not count, nor does a film
    that was withdrawn before it.
    """
    plans = Plan.objects.filter(version__call=version.call_id, stage=stage, cancelled=None)
    plan = plans.select_related("opened").first()
    if plan is None or plan.opened_id is None:
        return {}
    terms = terms_of(version)
    award = terms.award(stage)
    named = award.pitching.criteria if award and award.pitching else ()
    criteria = [each for each in terms.criteria if not named or each.code in named]
    rows = Sheet.objects.filter(slot__plan=plan).exclude(handed=None).exclude(slot__came=Came.WITHDRAWN)
    aside = set_aside(plan)
    sheets = {
        (str(film), str(user)): Said(dict(marks))
        for film, user, marks, slot, member in rows.values_list(
            "slot__application", "user", "marks", "slot", "member"
        )
        if (slot, member) not in aside
    }
    found = without(sheets, [str(each) for each in gone], criteria)
    return {int(film): each.exact for film, each in found.items()}
