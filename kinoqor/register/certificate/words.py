"""What a crew is and how a test over it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no

Texts = Mapping[str, str]


class Standing(TextChoices):
    """What a test, or one line of it, has come to."""

    HELD = "held", _("holds")
    NOT = "not", _("does not hold")
    OPEN = "open", _("not yet known")


class Length(TextChoices):
    """How long a film is, as the rules divide it."""

    FULL = "full", _("full-length")
    SHORT = "short", _("short")


@dataclass(frozen=True, slots=True)
class Member:
    """One of the crew: a role (code), the name, the country (ISO code: citizenship, for a company where it is
    registered; "" where nobody said), the person's number in the register if known.
    """

    role: str
    name: str
    country: str = ""
    person: str = ""
    company: bool = False

    @property
    def who(self) -> str:
        """By what this member is told from another."""
        return self.person or self.name.casefold().strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One condition: how it stands, why, and what can be done."""

    code: str
    standing: Standing
    reason: str
    clause: Texts
    way: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A test by its lines. True like a verdict only if it holds."""

    lines: tuple[Line, ...]

    @property
    def standing(self) -> Standing:
        """The worst of its lines."""
        found = {line.standing for line in self.lines}
        return next((each for each in (Standing.NOT, Standing.OPEN) if each in found), Standing.HELD)

    def __bool__(self) -> bool:
        return self.standing == Standing.HELD

    def verdict(self, lang: str) -> Verdict:
        """A yes, or a no with the reason, the clause and the way out of the first line that stands against it."""
        worst = self.standing
        if worst == Standing.HELD:
            return YES
        line = next(each for each in self.lines if each.standing == worst)
        return no(line.reason, line.clause[lang], way=line.way)
