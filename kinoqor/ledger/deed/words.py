"""How the doers of deeds are called."""

from django.utils.translation import gettext as _


def doer_words(voice: str) -> str:
    """A voice of the journal ("pack:xx", "user:3", "clock") in words of the page's language; another voice as it is."""
    kind, _sign, name = voice.partition(":")
    if kind == "pack":
        return _("the country pack “%(name)s”") % {"name": name}
    if kind == "user":
        return _("a signed-in person, number %(name)s") % {"name": name}
    return _("the clock of the house") if kind == "clock" else voice
