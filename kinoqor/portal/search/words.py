"""What can be found, how much is read of a query, and the small words that searching passes over."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Signs read of a query, rows on a page, rows in all.
LONGEST_QUERY = 200
PER_PAGE = 20
MOST = 200

# Kinds of subject that can be found, in the order in which equals stand, and what they are called outside.
FOUND: dict[str, str] = {"work": "film", "person": "person", "organisation": "organisation"}
LABELS: dict[str, str | Promise] = {
    "work": _("Film"),
    "person": _("Person"),
    "organisation": _("Organisation"),
}
# The properties that name a subject.
NAMING = ("title", "name", "working_title", "name_in_time")

# Words, folded, that say what is sought but stand in no title; passed over while other words remain.
NOISE = frozenset(
    {
        *("film", "filmi", "filma", "filme", "filmu", "filmov", "filmder", "filmin", "kinofilm", "multfilm"),
        *("kino", "kinosi", "kinonin", "movie", "movies", "cinema", "serial", "seriali", "series"),
        *("rejiser", "rejiseri", "rejisera", "director", "akter", "akteri", "aktrisa", "actor", "actres"),
        *("smotret", "onlain", "online"),
    }
)

# Endings, folded, that a title or name may take in a sentence: Kazakh number, person and case; Russian case.
KAZAKH_ENDING = (
    r"(?:[ldt][ae]r)?(?:imiz|iniz|miz|niz|im|in|si|i|m|n)?"
    r"(?:[ndt]in|[gkn][ae]|n?[dt][ae]|[ndt]i|[dtn][ae]n|[mbp]en|a|e|n)?"
)
RUSSIAN_ENDING = (
    r"(?:a|u|iu|ia|e|i|o|om|em|oi|ei|iei|oiu|eiu|ov|ev|am|iam|ami|iami|ah|iah|ogo|ego|omu|emu|im|imi|ih|ie"
    r"|oe|ee|aia|iaia|uiu|iuiu|s)?"
)
