"""How alike two folded words are: the same, begun, bent by a Kazakh or Russian ending, or mistyped."""

import re

from rapidfuzz.distance import OSA

# Endings, folded, that a name may take: Kazakh number, person and case; Russian case; English plural.
_KAZAKH = (
    r"(?:[ldt][ae]r)?(?:imiz|iniz|miz|niz|im|in|si|i|m|n)?"
    r"(?:[ndt]in|[gkn][ae]|n?[dt][ae]|[ndt]i|[dtn][ae]n|[mbp]en|a|e|n)?"
)
_RUSSIAN = (
    r"(?:a|u|iu|ia|e|i|o|om|em|oi|ei|iei|oiu|eiu|ov|ev|am|iam|ami|iami|ah|iah|ogo|ego|omu|emu|im|imi|ih|ie"
    r"|oe|ee|aia|iaia|uiu|iuiu|s)?"
)
_ENDING = re.compile(f"{_KAZAKH}|{_RUSSIAN}")
_VOWELS = frozenset("aeiou")

# From BEGUN on a word counts as found, at BENT it is found in another form.
BEGUN, BENT, MISTYPED = 0.92, 0.9, 0.6


def stem(word: str) -> str:
    """The shortest beginning of a folded word (three letters, half of it) whose rest may be an ending."""
    lengths = range(max(3, (len(word) + 1) // 2), len(word))
    return next((word[:at] for at in lengths if _ends(word, at) and not _hiatus(word, at)), word)


def _ends(word: str, at: int) -> bool:
    return bool(_ENDING.fullmatch(word, at))


def _hiatus(word: str, at: int) -> bool:
    """Whether a vowel follows a vowel at `at`; where nothing was dropped, no ending joins so."""
    return at < len(word) and word[at] in _VOWELS and word[at - 1] in _VOWELS


def bent(one: str, other: str) -> bool:
    """Whether two folded words differ by endings only: three letters and half the shorter are alike."""
    shorter = min(len(one), len(other))
    alike = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    for shared in range(alike, max(2, (shorter + 1) // 2 - 1), -1):
        bare = shared == shorter
        if (
            _ends(one, shared)
            and _ends(other, shared)
            and not (bare and _hiatus(max(one, other, key=len), shared))
        ):
            return True
    return False


def likeness(asked: str, word: str) -> float:
    """How well an asked word agrees with a word of a name: 1 the same, from BEGUN on begun, BENT bent.

    Below that it is mistyped (less than BENT, more than half), or 0: another word.
    """
    if asked == word:
        return 1.0
    if word.startswith(asked):
        return BEGUN + 0.07 * len(asked) / len(word)
    if bent(asked, word):
        return BENT
    alike = OSA.normalized_similarity(asked, word)
    return 0.89 * alike if alike >= MISTYPED and len(word) > 2 else 0.0
