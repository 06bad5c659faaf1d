"""How deeds and their doers are called."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_NAMED = re.compile(r"%\((\w+)\)s")

# Doers that are nobody with an account.
DOERS = {
    "clock": gettext_lazy("the clock of the house"),
    "reader": gettext_lazy("a reader without an account"),
    "set-up": gettext_lazy("the set-up of the house"),
    "intake": gettext_lazy("the operator of the house"),
    "settle": gettext_lazy("the operator of the house"),
    "demonstration": gettext_lazy("the played demonstration"),
    "scanner": gettext_lazy("the scanner for viruses"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A deed in words: what it is called ("A seat given"), and its sentence ("%(who)s gave %(user)s a seat: %(seat)s").

    A sentence may name `who`, `record` (the deed's subject) and whatever the deed has written down. Translations keep to
    the present tense where the past one would have to know whether a man or a woman acted.
    """

    called: str | Promise
    said: str | Promise

    def pieces(self) -> list[tuple[str, str]]:
        """The sentence in the page's language cut at what it names: (words, name), the name empty at the end."""
        cut = [*_NAMED.split(str(self.said)), ""]
        return list(zip(cut[::2], cut[1::2], strict=True))


def doer_words(voice: str) -> str:
    """A voice of the journal ("pack:xx", "user:3", "clock") in words of the page's language; another voice as it is."""
    kind, _sign, name = voice.partition(":")
    if kind == "pack":
        return _("the country pack “%(name)s”") % {"name": name}
    if kind == "user":
        return _("a signed-in person, number %(name)s") % {"name": name}
    return str(DOERS.get(voice, voice))
