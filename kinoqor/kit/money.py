"""Money in whole minor units; never a float."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol

_LANGUAGES = ("en", "ru", "kk")


@cache
def _sign(currency: str, lang: str) -> str:
    """The currency's sign in `lang`; where that language has only the code, another language's sign."""
    signs = (get_currency_symbol(currency, locale=code) for code in (lang, *_LANGUAGES))
    return next((sign for sign in signs if sign != currency), currency)


def sign(currency: str, lang: str) -> str:
    """The sign of a currency in `lang`, or its code where it has none."""
    return _sign(currency, lang)


@cache
def _scale(currency: str) -> int:
    """How many minor units make a whole one."""
    return int(10 ** get_currency_precision(currency))


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (cents) of an ISO 4217 currency, such as Money(150_000, "EUR")."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.minor, int) or isinstance(self.minor, bool):
            raise TypeError("an amount is counted in whole minor units")
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):
            raise ValueError(f"{self.currency!r} is not the code of a currency")

    @classmethod
    def whole(cls, units: int, currency: str) -> "Money":
        """An amount given in whole units: Money.whole(500, "EUR") is 500 euros."""
        return cls(units * _scale(currency), currency)

    @property
    def units(self) -> int:
        """Whole units, half rounded to the even neighbour."""
        scale = _scale(self.currency)
        whole, rest = divmod(self.minor, scale)
        return whole + (1 if 2 * rest > scale or (2 * rest == scale and whole % 2) else 0)

    def say(self, lang: str) -> str:
        """Whole units with the sign, in the manner of `lang`: "1 500 000 €", in English "€1,500,000"."""
        return self._say(lang, format_decimal(abs(self.units), locale=lang), self.units < 0)

    def exactly(self, lang: str) -> str:
        """To the last minor unit, where there is one besides the whole: "1 500,50 €", but "1 500 €"."""
        scale = _scale(self.currency)
        if self.minor % scale == 0:
            return self.say(lang)
        digits = "0" * get_currency_precision(self.currency)
        number = format_decimal(Decimal(abs(self.minor)) / scale, format=f"#,##0.{digits}", locale=lang)
        return self._say(lang, number, self.minor < 0)

    def _say(self, lang: str, number: str, negative: bool) -> str:
        sign, minus = _sign(self.currency, lang), "−" if negative else ""
        if lang == "en":
            gap = "\u00a0" if sign.isalpha() else ""
            return f"{minus}{sign}{gap}{number}"
        return f"{minus}{number}\u00a0{sign}"
