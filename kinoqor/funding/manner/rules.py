"""What a call says of criteria and of the manner of a stage, read from its document; faults are written into the part.

A number that the document leaves out takes the default of words.py; a default is part of what a call publishes.
"""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from kinoqor.funding.manner import words
from kinoqor.funding.manner.words import Admission, Criterion, Manner, Scores, Tie
from kinoqor.kit.document import Part, once

MOST_READERS, MOST_LOAD, MOST_FIT, MOST_YEARS, MOST_DAYS = 20, 1000, 1000, 50, 1000
MOST_MINUTES = 60 * 24 * 30
MARK = 1000  # the highest mark of any scale


def manner(part: Part, stages: Collection[str], criteria: Sequence[Criterion]) -> Manner:
    """The manner that a table says; `stages` are the codes that the call has. Faults are left in the part."""
    plain = Manner("")
    found = Manner(
        stage=part.code("stage"),
        readers=_or(part.whole("readers", 1, MOST_READERS), plain.readers),
        most=_or(part.whole("most", 1, MOST_LOAD), plain.most),
        least=_or(part.whole("least", 0, MOST_LOAD), plain.least),
        section=part.choice("section", tuple(words.Section.values), needed=False) or plain.section,
        cap=_or(part.whole("cap", 1, 100), plain.cap),
        floor=_or(part.whole("floor", 0, MOST_FIT), plain.floor),
        strong=_or(part.whole("strong", 0, MOST_READERS), plain.strong),
        strong_from=_or(part.whole("strong_from", 0, MOST_FIT), plain.strong_from),
        houses=part.yes("houses", plain.houses),
        papers=part.words("papers"),
        clause=part.cited("clause"),
        conflicts=_conflicts(part.part("conflicts")),
        draw=_draw(part.part("draw")),
        scores=_scores(part.part("scores"), criteria),
        second=_second(part.part("second")),
        feedback=_feedback(part.part("feedback")),
    )
    _sound(part, found, stages)
    part.end()
    return found


def _or(given: int | None, default: int) -> int:
    """Nought that is given is not the same as nothing."""
    return default if given is None else given


def _sound(part: Part, found: Manner, stages: Collection[str]) -> None:
    """What a manner says against itself or against its call."""
    if found.stage and found.stage not in stages:
        part.fault(
            _("“%(place)s” names the stage “%(code)s”, which there is not."),
            place=part.at("stage"), code=found.stage,
        )  # fmt: skip
    if found.least > found.most:
        part.fault(
            _("“%(place)s”: the least number of files of a reader is above the most."), place=part.at("least")
        )
    if found.strong > found.readers:
        part.fault(
            _("“%(place)s”: a file needs more strong readers than it has readers."), place=part.at("strong")
        )
    if found.strong and found.strong_from < found.floor:
        part.fault(
            _("“%(place)s”: a strong reader fits no better than any reader has to."),
            place=part.at("strong_from"),
        )
    if found.readers + found.second.more > MOST_READERS:
        part.fault(
            _("“%(place)s”: both phases together give a file more than %(most)s readers."),
            place=part.at("second.more"), most=MOST_READERS,
        )  # fmt: skip
    if found.scores.admission == Admission.PLUSES and found.scores.pluses > found.readers:
        part.fault(
            _("“%(place)s”: more readers must be in favour than a file has."),
            place=part.at("scores.pluses"),
        )


def _conflicts(part: Part) -> words.Conflicts:
    plain = words.Conflicts()
    found = words.Conflicts(
        _or(part.whole("years", 0, MOST_YEARS), plain.years),
        _or(part.whole("crew_years", 0, MOST_YEARS), plain.crew_years),
        _or(part.whole("crew_least", 1, 100), plain.crew_least),
        part.yes("remote", plain.remote),
        _or(part.whole("feared", 0, MOST_READERS), plain.feared),
    )
    part.end()
    return found


def _draw(part: Part) -> words.Draw:
    plain = words.Draw()
    found = words.Draw(
        part.choice("source", tuple(words.Source.values), needed=False) or plain.source,
        _or(part.whole("after", 1, MOST_MINUTES), plain.after),
    )
    part.end()
    return found


def _scores(part: Part, criteria: Sequence[Criterion]) -> Scores:
    plain = Scores()
    found = Scores(
        admission=part.choice("admission", tuple(Admission.values), needed=False) or plain.admission,
        plus=part.whole("plus", 0, MARK),
        pluses=_or(part.whole("pluses", 1, MOST_READERS), plain.pluses),
        places=part.whole("places", 1, 100_000),
        least=part.whole("least", 0, MARK * 100),
        ties=_ties(part) or plain.ties,
        first=part.code("first", needed=False),
        correct=part.yes("correct", plain.correct),
        trust=_or(part.whole("trust", 0, 1000), plain.trust),
        fewest=_or(part.whole("fewest", 2, 1000), plain.fewest),
        level=_or(part.whole("level", 1, 99), plain.level),
    )
    _in_favour(part, found)
    _on_the_scale(part, found, criteria)
    _first(part, found, criteria)
    part.end()
    return found


def _ties(part: Part) -> tuple[str, ...]:
    """The tie rules in their order; the draw always decides, so nothing comes after it."""
    found = part.words("ties")
    for each in found:
        if each not in Tie.values:
            part.fault(
                _("“%(place)s” must be one of: %(choices)s."),
                place=part.at("ties"), choices=", ".join(Tie.values),
            )  # fmt: skip
    once(part, "ties", [*found])
    if Tie.DRAW in found[:-1]:
        part.fault(
            _("“%(place)s”: the draw always decides, so it comes last."),
            place=part.at("ties"),
        )
    return found


def _in_favour(part: Part, found: Scores) -> None:
    asked = part.has("pluses") or found.admission == Admission.PLUSES or Tie.PLUSES in found.ties
    if asked and found.plus is None and not part.has("plus"):
        part.fault(
            _("“%(place)s” is missing: from which mark on is a reader in favour?"), place=part.at("plus")
        )


def scale(criteria: Sequence[Criterion]) -> tuple[int, int] | None:
    """From the lowest to the highest mark of all criteria; None while one of them has no scale that is known."""
    lowest = [each.lowest for each in criteria if each.lowest is not None]
    highest = [each.highest for each in criteria if each.highest is not None]
    known = criteria and len(lowest) == len(highest) == len(criteria)
    return (min(lowest), max(highest)) if known else None


def _on_the_scale(part: Part, found: Scores, criteria: Sequence[Criterion]) -> None:
    """A mark that decides lies on the scale; the least value of an order by places or pluses is no mark."""
    known = scale(criteria)
    if known is None:
        return
    low, high = known
    averaged = found.admission in (Admission.MEAN, Admission.MEDIAN)
    marks = {"plus": (found.plus, 1), "least": (found.least if averaged else None, 100)}
    for key, (mark, unit) in marks.items():
        if mark is not None and not low * unit <= mark <= high * unit:
            part.fault(
                _("“%(place)s” lies outside of the scale, which is from %(low)s to %(high)s."),
                place=part.at(key), low=low, high=high,
            )  # fmt: skip


def _first(part: Part, found: Scores, criteria: Sequence[Criterion]) -> None:
    if found.first and found.first not in {each.code for each in criteria}:
        part.fault(
            _("“%(place)s” names the criterion “%(code)s”, which there is not."),
            place=part.at("first"), code=found.first,
        )  # fmt: skip
    if Tie.CRITERION in found.ties and not part.has("first"):
        part.fault(
            _("“%(place)s” is missing: the average on which criterion decides?"), place=part.at("first")
        )


def _second(part: Part) -> words.Second:
    found = words.Second(part.whole("more", 0, MOST_READERS) or 0)
    part.end()
    return found


def _feedback(part: Part) -> words.Feedback:
    found = words.Feedback(part.whole("days", 1, MOST_DAYS), part.yes("needed", True))
    part.end()
    return found


def criterion(part: Part) -> Criterion:
    """The criterion that a table says, with what its marks mean. Faults are left in the part."""
    anchors = tuple(_anchor(each) for each in part.parts("anchors", most=20))
    once(part, "anchors", [str(each.mark) for each in anchors])
    found = Criterion(
        part.code(), part.text("name"), part.text("about", needed=False), part.whole("lowest", 0, MARK),
        part.whole("highest", 1, MARK), part.whole("weight", 0, 10_000), anchors,
    )  # fmt: skip
    for each in anchors:
        if not (found.lowest or 0) <= each.mark <= (found.highest or MARK):
            part.fault(
                _("In “%(place)s” the mark %(mark)s is outside of the scale."),
                place=part.place,
                mark=each.mark,
            )
    if found.lowest is not None and found.highest is not None and found.lowest >= found.highest:
        part.fault(_("In “%(place)s” the scale has no length."), place=part.place)
    part.end()
    return found


def _anchor(part: Part) -> words.Anchor:
    found = words.Anchor(part.number("mark", 0, MARK), part.text("text"))
    part.end()
    return found
