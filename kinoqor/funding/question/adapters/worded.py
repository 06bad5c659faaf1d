"""Parts of the builder's forms: texts in three languages, and a condition on an earlier answer."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.question.words import HOW
from kinoqor.kit.question import Form, Group, Question, said

TONGUES = (("kk", _("in Kazakh")), ("ru", _("in Russian")), ("en", _("in English")))
_SEVERAL = re.compile(r"[\s,;]+")


class Worded(forms.Form):
    """A form with texts in three languages; a text is one field for each of them."""

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


class Conditioned(Worded):
    """What may hang on one earlier answer."""

    def conditioned(self, form: Form, until: Group | None, inside: list[Question]) -> None:
        """Ask for a condition on what is asked before."""
        earlier = [("", "–")]
        for group in form.groups:
            if until is not None and group.code == until.code:
                break
            earlier += [(one.code, said(one.label)) for one in group.questions if not group.repeats]
        earlier += [(one.code, said(one.label)) for one in inside]
        self.fields["hangs_on"] = forms.ChoiceField(
            label=_("Only if"),
            choices=earlier,
            required=False,
            help_text=_("An answer that is given before."),
        )
        self.fields["how"] = forms.ChoiceField(label=_("How"), choices=list(HOW.items()), required=False)
        self.fields["what"] = forms.CharField(
            label=_("Which answer"), required=False, max_length=400,
            help_text=_("Codes of answers, divided by commas; yes or no; a number."),
        )  # fmt: skip

    def condition(self) -> list[dict[str, Any]]:
        """The condition for the document; none where none was said."""
        given = self.cleaned_data
        if not given.get("hangs_on"):
            return []
        how, what = given["how"] or "is", given["what"].strip()
        value: Any = [one for one in _SEVERAL.split(what) if one]
        if how == "given":
            value = what != "no"
        elif how in ("over", "under"):
            value = _number(what) if what else what
        return [{"question": given["hangs_on"], how: value}]


def condition_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The first condition of a document as first values of the fields."""
    first = next(iter(document.get("when") or []), None)
    if first is None:
        return {}
    how = next((name for name in HOW if name in first), "is")
    value = first.get(how)
    shown = ", ".join(map(_plain, value)) if isinstance(value, list) else _plain(value)
    return {"hangs_on": first.get("question"), "how": how, "what": shown}


def _plain(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _number(text: str) -> Any:
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return text
    return int(found) if found == int(found) else found
