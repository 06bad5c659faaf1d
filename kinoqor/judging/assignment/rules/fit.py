"""How well a reader suits a file: a published sum of whole numbers, so that anyone can reckon it by hand.

300 for whoever may read it at all; 300 more where the reader's body is made for this kind of film (150 where it judges
every kind); 300 more where the reader has named a language of the file (150 where they have named none); and 20 for each
file of this kind that they have read before, at most 100. So a fit lies between 300 and 1000. Neither the applicant, nor
the theme, nor any earlier mark has a part in it.
"""

from collections.abc import Collection

BASE, MEDIUM, LANGUAGE, EACH, MOST = 300, 300, 300, 20, 100


def fit(
    medium: str, media: Collection[str], languages: Collection[str], reads: Collection[str], before: int
) -> int:
    """The fit of a pair, from 300 to 1000.

    `medium` and `languages` are the file's; `media` are the kinds that the reader's body judges (none: all), `reads` the
    languages that the reader has named (none: any), `before` how many files of this kind they have read before.
    """
    suited = MEDIUM if medium in media else MEDIUM // 2 if not media else 0
    spoken = LANGUAGE if set(languages) & set(reads) else LANGUAGE // 2 if not reads or not languages else 0
    return BASE + suited + spoken + min(EACH * max(0, before), MOST)
