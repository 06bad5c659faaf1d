"""What can be found, how much is read of a query, and the small words that searching passes over."""

from enum import IntEnum

# Signs read of a query, answers to it in all.
LONGEST_QUERY = 200
MOST = 200

# Kinds of subject that can be found, in the order in which equals stand, and what they are called outside.
FOUND: dict[str, str] = {"work": "film", "person": "person", "organisation": "organisation"}
# The properties that name a subject.
NAMING = ("title", "name", "working_title", "name_in_time")


class Standing(IntEnum):
    """How a spelling stands: made by rule, part of a title shown, written by a source, a title shown."""

    GENERATED = 0
    PART = 1
    ATTESTED = 2
    SHOWN = 3


# A letter that is only half of a sound while one is still typing: z(h), k(h), p(h), d(zh).
HALF = {"z": "j", "k": "h", "p": "f", "d": "j"}
# Words, folded, that say what is sought or join other words; passed over while telling words remain.
NOISE = frozenset(
    {
        *("film", "filmi", "filma", "filme", "filmu", "filmov", "filmder", "filmin", "kinofilm", "multfilm"),
        *("kino", "kinosi", "kinonin", "movie", "movies", "cinema", "serial", "seriali", "series"),
        *("rejiser", "rejiseri", "rejisera", "director", "akter", "akteri", "aktrisa", "actor", "actres"),
        *("smotret", "onlain", "online"),
        *(
            "o",
            "ob",
            "v",
            "vo",
            "na",
            "s",
            "so",
            "iz",
            "ot",
            "do",
            "k",
            "po",
            "za",
            "i",
            "a",
            "the",
            "an",
            "of",
            "in",
        ),
    }
)
# Words, folded, that many organisations share; their names are found without them too.
SHARED = frozenset(
    {
        *(
            "international",
            "film",
            "festival",
            "festivali",
            "festivale",
            "de",
            "du",
            "of",
            "the",
            "cinema",
            "films",
        ),
        *(
            "kinofestival",
            "kinofestivali",
            "mejdunarodni",
            "halikaralik",
            "studio",
            "production",
            "productions",
        ),
    }
)
