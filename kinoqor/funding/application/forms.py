"""What comes in from the pages of an application."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.call.words import Terms
from kinoqor.funding.hand.words import Right
from kinoqor.keeping.edit.rules import read_source
from kinoqor.keeping.newcomer.rules import Name, Person, may_be_written
from kinoqor.keeping.newcomer.words import LINES, LONGEST
from kinoqor.kit.question import said
from kinoqor.kit.text import clean
from kinoqor.kit.verdict import YES
from kinoqor.register.credit.words import Role


class FilmForm(forms.Form):
    """The two axes of a call: for what purpose, and what kind of film."""

    stream = forms.ChoiceField(label=_("Stream"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Kind of film"), widget=forms.RadioSelect)

    def __init__(self, terms: Terms, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stream"].choices = [(each.code, said(each.name)) for each in terms.streams]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(each.code, said(each.name)) for each in terms.kinds]  # type: ignore[attr-defined]


class NewForm(FilmForm):
    """What an application begins with."""

    title_kk = forms.CharField(label=_("Title in Kazakh"), max_length=200, required=False)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=200, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False)
    again = forms.TypedChoiceField(
        label=_("Start from an earlier application"), coerce=int, empty_value=None, required=False,
        help_text=_("Its film, answers and crew are taken over; you can change all of it."),
    )  # fmt: skip
    field_order = ("title_kk", "title_ru", "title_en", "stream", "kind", "again")

    def __init__(self, terms: Terms, earlier: Iterable[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(terms, *args, **kwargs)
        listed = [(str(number), name) for number, name in earlier]
        if listed:
            self.fields["again"].choices = [("", _("Nothing, begin anew")), *listed]  # type: ignore[attr-defined]
        else:
            del self.fields["again"]

    def titles(self) -> dict[str, str]:
        """The titles by language."""
        return {lang: self.cleaned_data[f"title_{lang}"].strip() for lang in ("kk", "ru", "en")}

    def clean(self) -> dict[str, Any]:
        """A film is called something, in one language at least, unless it is taken over."""
        given = super().clean() or {}
        if not given.get("again") and not any(
            (given.get(f"title_{lang}") or "").strip() for lang in ("kk", "ru", "en")
        ):
            self.add_error(
                "title_kk", _("Give the title in one language at least. A working title is enough.")
            )
        return given


class MemberForm(forms.Form):
    """Somebody who makes the film, picked from the register or named."""

    role = forms.ChoiceField(label=_("What they do"), choices=Role.choices)
    name = forms.CharField(
        label=_("Name"), max_length=160,
        help_text=_("Search the register by any spelling; who is not found can be named all the same."),
    )  # fmt: skip
    citizen = forms.ChoiceField(
        label=_("Citizenship"), required=False, help_text=_("Of a company, where it is registered.")
    )

    def __init__(self, countries: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["citizen"].choices = [("", _("not said yet")), *countries]  # type: ignore[attr-defined]


class ProposeForm(forms.Form):
    """Somebody whom the register does not know: how they are called, and what a cataloguer can go by."""

    role = forms.ChoiceField(label=_("What they do"), choices=Role.choices)
    citizen = forms.ChoiceField(label=_("Citizenship"), required=False)
    name_kk = forms.CharField(label=LINES["kk"][0], max_length=LONGEST, required=False)
    name_ru = forms.CharField(label=LINES["ru"][0], max_length=LONGEST, required=False)
    name_en = forms.CharField(
        label=LINES["en"][0],
        max_length=LONGEST,
        required=False,
        help_text=_("One of the three lines is enough."),
    )
    born = forms.IntegerField(label=_("Year of birth"), required=False, min_value=1, max_value=9999)
    known_for = forms.CharField(
        label=_("Known for"), max_length=500, required=False,
        help_text=_("Films or other work. Only the cataloguer reads this."),
    )  # fmt: skip
    link = forms.URLField(
        label=_("A page that shows it"), max_length=900, required=False, assume_scheme="https",
        help_text=_("Without one the cataloguer has to find a source, and the person may have to wait."),
    )  # fmt: skip

    def __init__(self, countries: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["citizen"].choices = [("", _("not said yet")), *countries]  # type: ignore[attr-defined]

    def clean_link(self) -> str:
        """A web address that a reader can follow."""
        given = self.cleaned_data["link"]
        try:
            source = read_source(given) if given else ""
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        if source and not source.startswith(("http://", "https://")):
            raise forms.ValidationError(_("This is not a web address that a reader can follow."))
        return source

    def clean(self) -> dict[str, Any]:
        """Each name fits its line, and there is one; the same law as at the deed, said at the field."""
        given = super().clean() or {}
        for lang in LINES:
            name = clean(given.get(f"name_{lang}") or "", LONGEST)
            verdict = may_be_written(Name(name, lang)) if name else YES
            if not verdict:
                self.add_error(f"name_{lang}", f"{verdict.reason} {verdict.way}".strip())
        return given

    def person(self) -> Person:
        """Who is proposed, as plain values."""
        given = self.cleaned_data
        lines = [(lang, clean(given.get(f"name_{lang}") or "", LONGEST)) for lang in LINES]
        names = tuple(Name(text, lang) for lang, text in lines if text)
        return Person(names, given.get("born"), clean(given["known_for"], 500), given["link"])


class InviteForm(forms.Form):
    """Who is invited to work on the file."""

    address = forms.EmailField(label=_("E-mail"), max_length=254)
    right = forms.ChoiceField(label=_("What they may do"), choices=Right.choices, widget=forms.RadioSelect)


class WithdrawForm(forms.Form):
    """Why an application is withdrawn, if one wants to say."""

    why = forms.CharField(
        label=_("Reason"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    sure = forms.BooleanField(label=_("Yes, withdraw this application. It cannot be undone."))
