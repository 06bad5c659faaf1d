"""What makes a series and undoes it."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.actions import Hand
from kinoqor.keeping.series.models import Series, Step
from kinoqor.keeping.series.queries import Record, numbers_of, outcomes, undoing
from kinoqor.keeping.series.rules import Change, Outcome, may_make, may_take, may_undo, rank_of
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.register.claim.access import may_withdraw
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.source.actions import describe_sources
from kinoqor.register.subject.queries import numbers


@deed(
    "keeping.series.made",
    _("A series made"),
    _("%(who)s made series %(series)s on “%(prop)s”; records: %(records)s"),
)
def make(line: Line, kind: str, change: Change, refs: Sequence[str], seen: int) -> int:
    """Make one change to many records and settle them once; give the number of the series.

    A record is passed by, with the reason kept, where nothing would change, where it is about whoever makes the series,
    and where someone has changed the property since the deed `seen`. Refused where no record would change.
    """
    require(may_take(len(refs)))
    require(may_withdraw(line.deed.why))
    told = outcomes(change, kind, refs, seen, line.deed.voice)
    require(may_make([outcome for _ref, _record, outcome in told]))
    doing = [(record, outcome) for _ref, record, outcome in told if record is not None and not outcome.left]
    hand = Hand(Doer(line.deed.voice, line.deed.hat))
    _take(hand, doing, change, line.deed.why)
    _say(hand, doing, change)
    hand.write()
    entry = change.entry
    made = Series.objects.create(
        kind=kind, prop=change.prop, do=change.do, old=change.old, made=line.deed, records=len(doing),
        new=(entry.target or entry.value) if entry else "", source=entry.source if entry else "",
        left={ref: str(outcome.left) for ref, _record, outcome in told if outcome.left},
    )  # fmt: skip
    _keep(made, doing, hand)
    value = made.new or made.old
    line.details.update(series=made.pk, prop=made.prop, do=str(change.do), value=value, records=len(doing))
    return made.pk


def _take(hand: Hand, doing: Sequence[tuple[Record, Outcome]], change: Change, why: str) -> None:
    for record, outcome in doing:
        hand.take([claim for claim in record.claims if claim.pk in outcome.gone], why)
        back = [claim for claim in record.claims if claim.pk in outcome.back]
        hand.step_back(back, change.entry.value if change.entry else "")


def _say(hand: Hand, doing: Sequence[tuple[Record, Outcome]], change: Change) -> None:
    entry = change.entry
    if entry is None:
        return
    source = describe_sources([entry.source], source_rules(settings.PACK), by=hand.by)[entry.source]
    target = numbers([entry.target])[entry.target] if entry.target else None
    for record in (record for record, outcome in doing if outcome.states):
        hand.say(entry, record.subject, target, source, rank_of(change.do))


def _keep(made: Series, doing: Sequence[tuple[Record, Outcome]], hand: Hand) -> None:
    """What was stated and withdrawn, each under the record where it was shown."""
    under = {claim.subject_id: record.subject for record, _outcome in doing for claim in record.claims}
    under |= {record.subject: record.subject for record, _outcome in doing}
    gone = {number for claims in hand.gone.values() for number in claims}
    withdrawn = [claim for record, _outcome in doing for claim in record.claims if claim.pk in gone]
    stated = numbers_of((claim.subject, claim.fingerprint) for claim in hand.new)
    steps = [
        Step(series=made, subject_id=under[each.subject_id], claim=each, stated=False) for each in withdrawn
    ]
    steps += [
        Step(series=made, subject_id=under[subject], claim_id=number, stated=True)
        for (subject, _mark), number in stated.items()
    ]
    Step.objects.bulk_create(steps, batch_size=500)


@deed(
    "keeping.series.undone",
    _("A series undone"),
    _("%(who)s undid series %(series)s on “%(prop)s”; records: %(records)s"),
)
def undo(line: Line, number: int) -> int:
    """Undo a series: what it stated is withdrawn, what it withdrew stands again in its place; give how many records.

    A record on which someone has changed the property since is passed by, and so is one about whoever undoes it.
    """
    of = Series.objects.select_for_update().get(pk=number)
    require(may_withdraw(line.deed.why))
    found = undoing(of, line.deed.voice)
    require(may_undo(of.undone_id is not None, [each.left for each in found]))
    hand = Hand(Doer(line.deed.voice, line.deed.hat))
    doing = [each for each in found if not each.left]
    for each in doing:
        hand.take(each.gone, line.deed.why)
        hand.give_back(each.again)
    hand.write()
    of.undone = line.deed
    of.left_undone = {each.ref: str(each.left) for each in found if each.left}
    of.save(update_fields=["undone", "left_undone"])
    line.details.update(series=of.pk, prop=of.prop, value=of.new or of.old, records=len(doing))
    return len(doing)
