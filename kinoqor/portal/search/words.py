"""How the page of answers calls what was found, and how much it shows."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PER_PAGE = 20
LABELS: dict[str, str | Promise] = {
    "work": _("Film"),
    "person": _("Person"),
    "organisation": _("Organisation"),
}
# The controlled list of the pack that has the labels of what a subject of the kind is.
LISTS = {"work": "film_kinds", "person": "occupations", "organisation": "org_kinds"}
