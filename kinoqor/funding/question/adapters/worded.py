"""Parts of the builder's forms: texts in three languages."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

TONGUES = (("kk", _("in Kazakh")), ("ru", _("in Russian")), ("en", _("in English")))


class Worded(forms.Form):
    """A form with texts in three languages; a text is one field for each of them."""

    def plain(self) -> list[forms.BoundField]:
        """The fields that stand one below the other."""
        return list(self)

    def rows(self) -> list[Any]:
        """The conditions, a row each; most forms have none."""
        return []

    def may_have_more(self) -> bool:
        """Whether there is room for one more condition."""
        return False

    def worded(self, name: str, label: Any, required: bool = False, long: bool = False) -> None:
        """Ask for a text in each language."""
        for lang, tongue in TONGUES:
            box = (
                forms.Textarea(attrs={"rows": 2, "lang": lang})
                if long
                else forms.TextInput(attrs={"lang": lang})
            )
            self.fields[f"{name}_{lang}"] = forms.CharField(
                label=f"{label}, {tongue}", required=required, max_length=3000, widget=box
            )

    def texts(self, name: str) -> dict[str, str]:
        """What was said, language by language."""
        return {lang: self.cleaned_data.get(f"{name}_{lang}", "").strip() for lang, _tongue in TONGUES}

    def put(self, into: dict[str, Any], *names: str) -> None:
        """Texts that were said, into a document; what was left empty in all languages is not said there."""
        for name in names:
            found = self.texts(name)
            if any(found.values()):
                into[name] = found


def texts_of(document: Mapping[str, Any], *names: str) -> dict[str, str]:
    """Texts of a document as first values of the fields."""
    return {
        f"{name}_{lang}": (document.get(name) or {}).get(lang, "")
        for name in names
        for lang, _tongue in TONGUES
    }
