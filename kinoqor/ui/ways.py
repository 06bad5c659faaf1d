"""The ways through the house, shown on every page."""

from django.utils.translation import gettext_lazy as _

# In the head and at the foot of every page: (name of the address, label).
HEAD = [
    ("films", _("Films")),
    ("people", _("People")),
    ("organisations", _("Studios and companies")),
    ("festivals", _("Festivals")),
    ("timeline", _("Timeline")),
    ("support", _("State support")),
    ("calls", _("Calls")),
    ("disagreements", _("Where sources disagree")),
]
FOOT = [
    ("releases", _("Releases and platforms")),
    ("coproductions", _("Co-productions")),
    ("panels", _("Who judges")),
    ("draws", _("How experts were drawn")),
    ("results", _("Results of the calls")),
    ("record", _("The public record")),
    ("sources", _("Sources")),
    ("about", _("About the data")),
    ("styleguide", _("Style guide")),
]
