"""What the answers of the check come to: each no with its reason, its clause and the way out."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinoqor.funding.call import rules
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.words import Condition, Stage, Terms
from kinoqor.kit.verdict import Verdict
from kinoqor.ui.pack import language


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of the answer."""

    text: str
    verdict: Verdict
    unsure: bool = False

    @property
    def sign(self) -> str:
        """Its sign."""
        return "good" if self.verdict else "waiting" if self.unsure else "refused"


def judged(terms: Terms, stream: str, kind: str, answers: list[tuple[Condition, str]]) -> list[Judged]:
    """Every condition judged, those that stand in the way first."""
    found = [
        Judged(spoken.told(each.text), rules.answered(each, answer, language()), answer == rules.UNSURE)
        for each, answer in answers
    ]
    of, sort = terms.stream(stream), terms.kind(kind)
    if of and sort:
        name = f"{spoken.told(of.name)}: {spoken.told(sort.name)}"
        found.append(Judged(name, rules.may_pair(terms, stream, kind)))
    return sorted(found, key=lambda each: (bool(each.verdict), each.unsure))


def papers(terms: Terms, stage: Stage, stream: str, kind: str) -> list[str]:
    """The papers that this film would have to send in a stage."""
    asked = rules.papers_for(stage, {"stream": stream, "kind": kind})
    return [spoken.told(each.name) + ("" if each.required else f" ({_('if you wish')})") for each in asked]
