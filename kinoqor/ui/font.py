"""The one font file: Onest from its package, cut to Latin and Cyrillic, variable in weight, kept as one
woff2.

One file instead of the usual subsets by alphabet: those would split the Kazakh letters over several files,
and pairs such as "Қы" would lose their kerning.
"""

import hashlib
import importlib.metadata
from pathlib import Path

import fontpkg_onest  # type: ignore[import-untyped]
from fontTools import subset
from fontTools.otlLib import builder
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

NAME = "ui/onest-kinoqor.woff2"
PACKAGE = "fontpkg-onest"
SOURCE = Path(fontpkg_onest.ROOT) / "files" / "Onest[wght].ttf"
WEIGHTS = (400, 900)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "calt", "case", "tnum", "pnum")

# Latin with the Central European and Turkic letters, Cyrillic with the Kazakh ones, punctuation,
# currencies, arrows.
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x1E6, 0x1E7), (0x218, 0x21B), (0x259, 0x259),
    (0x2BC, 0x2BC), (0x300, 0x304), (0x306, 0x308), (0x30C, 0x30C), (0x400, 0x45F), (0x490, 0x49B),
    (0x4A0, 0x4A3), (0x4AE, 0x4B3), (0x4BA, 0x4BB), (0x4D8, 0x4D9), (0x4E8, 0x4E9), (0x2009, 0x200A),
    (0x2010, 0x2015), (0x2018, 0x201F), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x20B8, 0x20B8), (0x20BD, 0x20BD),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2199), (0x2212, 0x2212), (0x2248, 0x2248),
    (0x2260, 0x2260), (0x2264, 0x2265),
)  # fmt: skip
# Pairs that touch in heavy weights: the tail of the first runs into the bar of the second ("Соңғы"). Letters
# before, letters after, thousandths of the size between them.
_APART = (("ңқҢҚ", "ғҒ", 64), ("ңқҢҚ", "ұҰ", 24), ("абдеийлмнортупыіоөәғ", "ғ", 20))
LETTERS = frozenset(code for first, last in _RANGES for code in range(first, last + 1))


def stamp() -> str:
    """What the cut depends on, in one word: package version, characters, weights, features, pairs."""
    parts = (importlib.metadata.version(PACKAGE), sorted(LETTERS), WEIGHTS, FEATURES, _APART)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def build(target: Path) -> bool:
    """Cut the font into the folder `target` (the name is NAME). False, at once, where this very cut stands
    already.
    """
    path, note = target / NAME, (target / NAME).with_suffix(".stamp")
    if path.exists() and note.exists() and note.read_text(encoding="ascii") == stamp():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    font = cut()
    font.flavor = "woff2"
    part = path.with_suffix(".part")
    font.save(part)
    part.replace(path)
    note.write_text(stamp(), encoding="ascii")
    return True


def cut() -> TTFont:
    """The font with our letters, features and range of weights only."""
    options = subset.Options(
        layout_features=list(FEATURES), notdef_outline=True, hinting=False, name_IDs=[0, 1, 2, 4, 13, 14]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    font = TTFont(SOURCE)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    _move_apart(font)
    return font


def _move_apart(font: TTFont) -> None:
    """One more lookup of the font's own kerning, for the pairs of _APART."""
    names, table = font.getBestCmap(), font["GPOS"].table
    pairs = {
        (names[ord(one)], names[ord(other)]): (builder.buildValue({"XAdvance": room}), None)
        for before, after, room in _APART
        for one in before
        for other in after
    }
    rules = builder.buildPairPosGlyphs(pairs, font.getReverseGlyphMap())
    table.LookupList.Lookup.append(builder.buildLookup(rules))
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
