"""What judges two subjects and takes a judgement back. Cards are settled by whoever judged, see keeping.twin."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.register.identity.models import Judgement, Merged
from kinoqor.register.identity.queries import pointing_at, standing_about, with_twins
from kinoqor.register.identity.rules import in_order, leaders, may_be_judged
from kinoqor.register.identity.words import Judged
from kinoqor.register.subject.queries import held


@deed(
    "register.identity.judged",
    _("Identity judged"),
    _("%(who)s judged %(one)s and %(other)s: %(judged)s"),
)
def judge(line: Line, one: int, other: int, judged: Judged) -> set[int]:
    """Judge two subjects by their numbers; give the subjects whose cards must be settled anew.

    The deed's `why` is the reason. Nothing of either is changed or lost: claims stay with the subject of which they
    were made, and only where they are shown changes.
    """
    pair = in_order(one, other)
    # All that may become one are held, so that two people who judge at once do so one after the other.
    kinds = held(with_twins(pair))
    standing = standing_about(pair)
    require(may_be_judged(judged, pair, (kinds[one], kinds[other]), standing, line.deed.why))
    made = Judgement.objects.create(one_id=pair[0], other_id=pair[1], judged=judged, made=line.deed)
    line.details.update(judgement=made.pk, judged=str(judged), one=pair[0], other=pair[1])
    return _shown_anew(pair) if judged == Judged.SAME else set()


@deed(
    "register.identity.taken_back",
    _("A judgement on identity taken back"),
    _("%(who)s took back the judgement on %(one)s and %(other)s: %(judged)s"),
)
def take_back(line: Line, number: int) -> set[int]:
    """Take a judgement back, with the reason; give the subjects whose cards must be settled anew.

    What was one only because of it splits again, each part with all that was ever said of it.
    """
    require(YES if line.deed.why.strip() else no(_("Write why the judgement was wrong.")))
    found = Judgement.objects.select_for_update().get(pk=number)
    require(YES if found.withdrawn_id is None else no(_("This judgement is taken back already.")))
    Judgement.objects.filter(pk=number).update(withdrawn=line.deed)
    line.details.update(judgement=number, judged=found.judged, one=found.one_id, other=found.other_id)
    return _shown_anew((found.one_id, found.other_id)) if found.judged == Judged.SAME else set()


def _shown_anew(pair: Collection[int]) -> set[int]:
    """Work out anew under whose number all are shown that were or are one with these; give all whom that touches."""
    before = with_twins(pair)
    same = [each for each, said in standing_about(before).items() if said == Judged.SAME]
    led = leaders(same)
    touched = before | led.keys()
    Merged.objects.filter(subject__in=touched).delete()
    Merged.objects.bulk_create(
        Merged(subject_id=subject, leader_id=leader) for subject, leader in led.items() if subject != leader
    )
    return touched | pointing_at(touched)
