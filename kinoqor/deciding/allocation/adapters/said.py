"""The words of a list's pages: sums, points, quotas and the names of streams and kinds, in the language of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.judging.score.adapters.shown import shown
from kinoqor.kit.money import Money
from kinoqor.kit.question import said
from kinoqor.ui.pack import language


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a call says things."""

    terms: Terms

    def money(self, minor: int) -> str:
        """A sum in the call's currency."""
        return Money(minor, self.terms.currency).say(language())

    def stream(self, code: str) -> str:
        """A stream by its code."""
        found = self.terms.stream(code)
        return said(found.name) if found else code

    def kind(self, code: str) -> str:
        """A kind of film by its code."""
        found = self.terms.kind(code)
        return said(found.name) if found else code

    def quota(self, code: str) -> str:
        """A quota by its code."""
        return next((said(each.name) for each in self.terms.quotas if each.code == code), code)

    def quotas(self, codes: Iterable[str]) -> str:
        """Several of them in a row."""
        return spoken.in_a_row([self.quota(each) for each in codes])

    def clause(self, codes: Iterable[str], stage: str) -> str:
        """The clauses of these quotas; of none, that of the stage's award."""
        named = set(codes)
        award = self.terms.award(stage)
        if not named:
            return award.clause if award else ""
        found = [each.clause for each in self.terms.quotas if each.code in named and each.clause]
        return "; ".join(dict.fromkeys(found))


def tongue(of: Allocation) -> Tongue:
    """How the call of a list says things."""
    return Tongue(terms_of(of.version))


def points(hundredths: int) -> str:
    """Points, of which the law counts hundredths, as the page writes them."""
    return shown(Fraction(hundredths, 100))
