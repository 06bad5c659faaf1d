"""Numbers that a state gives to persons and companies: their check sign, by a rule that is data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

_SPACE = re.compile(r"[\s\-]")


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How long a number is, what its digits may be (`pattern`), and how the last of them follows from the others.

    The check sign is the sum of the digits by `weights` after the `modulus`; where the sum comes to ten, the next row
    of weights is tried, and a number for which every row comes to ten was never given.
    """

    code: str
    name: Mapping[str, str]
    length: int
    weights: tuple[tuple[int, ...], ...]
    modulus: int = 11
    pattern: str = ""
    says: Mapping[str, str] = field(default_factory=dict)  # what the pattern means, in words

    def sign(self, digits: str) -> int | None:
        """The check sign that belongs to the first digits; None where no number begins so."""
        for row in self.weights:
            rest = sum(int(digit) * weight for digit, weight in zip(digits, row, strict=False)) % self.modulus
            if rest < 10:
                return rest
        return None

    def read(self, text: str, name: str, says: str) -> str:
        """The number in its one form. Raises ValueError with a full sentence where it is no such number."""
        digits = _SPACE.sub("", text)
        if not (digits.isascii() and digits.isdigit() and len(digits) == self.length):
            raise ValueError(
                _("%(name)s has %(length)s digits; “%(value)s” is not such a number.")
                % {"name": name, "length": self.length, "value": text[:40]}
            )
        if self.weights and self.sign(digits[:-1]) != int(digits[-1]):
            raise ValueError(
                _("The last digit of %(value)s does not fit the others: one digit was mistyped.")
                % {"value": digits}
            )
        if self.pattern and not re.fullmatch(self.pattern, digits):
            raise ValueError(says or _("“%(value)s” is not such a number.") % {"value": digits})
        return digits
