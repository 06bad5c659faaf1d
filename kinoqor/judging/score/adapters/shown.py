"""How numbers of the law are shown: in hundredths, with the sign of decimals of the page."""

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from kinoqor.judging.score.rules.marks import hundredth
from kinoqor.ui.pack import language


def exact(value: Fraction | float) -> Decimal:
    """A number in hundredths, the half away from zero."""
    rounded = hundredth(Fraction(value))
    return Decimal(int(rounded * 100)).scaleb(-2)


def shown(value: Fraction | float) -> str:
    """A number in hundredths as the page writes it."""
    return str(format_decimal(exact(value), format="0.00", locale=language()))


def signed(value: Fraction) -> str:
    """The same with its sign before it, a true minus."""
    bare = shown(abs(value))
    sign = "" if not exact(value) else "+" if value > 0 else "−"
    return f"{sign}{bare}"


def whole(value: Fraction) -> str:
    """A mark as it was given: whole where it is, else in hundredths."""
    return str(value.numerator) if value.denominator == 1 else shown(value)


def between(low: Fraction, high: Fraction) -> str:
    """An interval in words."""
    return _("%(low)s to %(high)s") % {"low": shown(low), "high": shown(high)}
