"""Decades have inks: a film stands on the colour of its ten years."""

NONE = "none"

_INKS = {
    1930: "coal",
    1940: "coal",
    1950: "wormwood",
    1960: "sun",
    1970: "madder",
    1980: "sky",
    1990: "slate",
    2000: "felt",
    2010: "deep",
    2020: "lake",
}


def ink(year: int | None) -> str:
    """The ink of a year's decade: a word that CSS knows as `.ink-<word>`.

    Everything before 1930 is walnut; decades after the last named one begin again from madder, so that no
    decade is ever without a colour; an unknown year is "none".
    """
    if year is None:
        return NONE
    decade = year // 10 * 10
    if decade < 1930:
        return "walnut"
    if decade in _INKS:
        return _INKS[decade]
    return ("madder", "sky", "slate", "felt", "deep", "lake")[(decade - 2030) // 10 % 6]
