"""What comes in when a body is made, when somebody is looked at and appointed, and when a term ends."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.judging.panel.words import (
    LANGUAGES,
    LONGEST_ACT,
    MEDIA,
    MOST_FILES,
    MOST_MEMBERS,
    Appointment,
    BodyKind,
    Making,
)
from kinoqor.ui import pack

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
ACT = _("The order or decision, its number and day.")


class BodyForm(forms.Form):
    """A new body."""

    programme = forms.ChoiceField(label=_("Programme"))
    kind = forms.ChoiceField(label=_("Kind"), choices=BodyKind.choices, widget=forms.RadioSelect)
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=160)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=160)
    name_en = forms.CharField(label=_("Name in English"), max_length=160)
    act = forms.CharField(label=_("By which act it exists"), max_length=LONGEST_ACT, help_text=ACT)
    quorum = forms.IntegerField(
        label=_("Quorum"), min_value=1, max_value=MOST_MEMBERS,
        help_text=_("How many members must vote. Whoever has no vote in a matter does not count."),
    )  # fmt: skip
    chair_breaks_ties = forms.BooleanField(
        label=_("Where the votes are equal, the chair’s vote decides"), required=False
    )
    judges = forms.MultipleChoiceField(
        label=_("What it judges"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing chosen: every kind of film."),
    )  # fmt: skip

    def __init__(self, programmes: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].choices = list(programmes)  # type: ignore[attr-defined]
        self.fields["judges"].choices = [(code, pack.label("film_kinds", code)) for code in MEDIA]  # type: ignore[attr-defined]

    def made(self) -> Making:
        """The body as the law asks about it."""
        given = self.cleaned_data
        name = {lang: given[f"name_{lang}"] for lang in ("kk", "ru", "en")}
        return Making(
            BodyKind(given["kind"]), name, given["act"], given["quorum"], given["chair_breaks_ties"],
            tuple(given["judges"]),
        )  # fmt: skip


class LookForm(forms.Form):
    """Whom one asks about: a name to look for in the register, a record of it, an account; for which call."""

    name = forms.CharField(label=_("Name"), required=False, max_length=160)
    ref = forms.RegexField(
        label=_("Record in the register"), regex=r"^[a-z]\d{1,9}$", required=False, widget=forms.HiddenInput,
        error_messages={"invalid": _("A number of the register is a letter and digits, such as p012.")},
    )  # fmt: skip
    email = forms.EmailField(
        label=_("E-mail of the account"), required=False,
        help_text=_("They open their account themselves first."),
    )  # fmt: skip
    call = forms.ChoiceField(
        label=_("For which call"), required=False,
        help_text=_("Conflicts of interest are looked for in the files of this call."),
    )  # fmt: skip

    def __init__(self, calls: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["call"].choices = [("", _("no call")), *calls]  # type: ignore[attr-defined]


class AppointForm(forms.Form):
    """The appointment of somebody who has been looked at."""

    act = forms.CharField(label=_("Appointing act"), max_length=LONGEST_ACT, help_text=ACT)
    since = forms.DateField(label=_("First day"), widget=DAY)
    until = forms.DateField(label=_("Last day"), required=False, widget=DAY)
    chair = forms.BooleanField(label=_("Takes the chair"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Reads in"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing chosen: as the call says."),
    )  # fmt: skip
    most = forms.IntegerField(
        label=_("Files at most"), required=False, min_value=1, max_value=MOST_FILES,
        help_text=_("Empty: as the call says."),
    )  # fmt: skip
    looked = forms.BooleanField(label=_("I have looked into what the register leaves open"), required=False)

    def __init__(self, doubtful: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = [(code, pack.label("languages", code)) for code in LANGUAGES]  # type: ignore[attr-defined]
        if not doubtful:
            del self.fields["looked"]

    def asked(self, user: int, fund: int, ref: str) -> Appointment:
        """The appointment as the law asks about it."""
        given = self.cleaned_data
        return Appointment(
            user, fund, given["act"], given["since"], given["until"], given["chair"], tuple(given["languages"]),
            given["most"], ref, bool(given.get("looked")),
        )  # fmt: skip


class EndForm(forms.Form):
    """The last day of a term and the act that ends it."""

    last = forms.DateField(label=_("Last day"), widget=DAY)
    act = forms.CharField(label=_("By which act"), max_length=LONGEST_ACT, help_text=ACT)


class CloseForm(forms.Form):
    """The act that closes a body."""

    act = forms.CharField(label=_("By which act"), max_length=LONGEST_ACT, help_text=ACT)
