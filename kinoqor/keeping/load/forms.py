"""What comes in with a load: the file, what its columns mean, what is decided of its rows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.edit.rules import read_source
from kinoqor.keeping.load.adapters.headings import shown
from kinoqor.keeping.load.adapters.reasons import column_called
from kinoqor.keeping.load.words import KIND_LABELS, LIMITS, REF, meanings
from kinoqor.kit.sheet.reading import read
from kinoqor.kit.sheet.reading import too_big as too_big_words
from kinoqor.kit.sheet.table import NotTaken, Table
from kinoqor.kit.text import clean
from kinoqor.register.card.words import NAMED_BY


class UploadForm(forms.Form):
    """A table, what its rows are about, and from whom it comes."""

    file = forms.FileField(
        label=_("The table"),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ods"}),
        help_text=_("CSV, XLSX or ODS, with headings in the first row. What it is called does not matter."),
    )
    kind = forms.ChoiceField(
        label=_("Each row is about one of"), choices=list(KIND_LABELS.items()), widget=forms.RadioSelect
    )
    sender = forms.CharField(
        label=_("From whom it comes"),
        required=False,
        max_length=60,
        help_text=_(
            "Leave it empty for your own organisation. What the columns of each sender mean is remembered."
        ),
    )

    def __init__(self, too_big: bool, known: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if too_big:  # nothing of it was kept, see ui/uploads.py
            self.fields["file"].error_messages["required"] = too_big_words(settings.UPLOAD_MOST)
        self.fields["sender"].widget.attrs["list"] = "senders"
        self.table: Table | None = None
        self.raw = b""

    def clean_file(self) -> str:
        """The name of the file, once it has been read; whatever speaks against it is said at its field."""
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MOST:
            raise forms.ValidationError(too_big_words(settings.UPLOAD_MOST))
        self.raw = file.read()
        try:
            self.table = read(self.raw, replace(LIMITS, size=settings.UPLOAD_MOST))
        except NotTaken as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return clean(file.name or "", 200) or "table"

    def clean_sender(self) -> str:
        """One line of plain text."""
        return clean(self.cleaned_data["sender"], 60)


class ColumnsForm(forms.Form):
    """What each column means, and who says so where a row names nobody."""

    def __init__(self, kind: str, headings: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.headings = kind, headings
        offered = [("", _("leave out")), *((code, shown(one)) for code, one in meanings(kind).items())]
        for at in range(len(headings)):
            self.fields[f"c{at}"] = forms.ChoiceField(
                label=column_called(headings, at), choices=offered, required=False
            )
        self.fields["source"] = forms.CharField(
            label=_("Who says so where a row names nobody"),
            required=False,
            max_length=900,
            help_text=_(
                "A web address, or a book or paper with its year and page. A row without a source is refused."
            ),
        )

    def columns(self) -> list[str]:
        """The meanings in the order of the columns."""
        return [str(self.cleaned_data.get(f"c{at}", "")) for at in range(len(self.headings))]

    def clean_source(self) -> str:
        """The source as it is kept; empty where none is named."""
        text = self.cleaned_data["source"].strip()
        try:
            return read_source(text) if text else ""
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self) -> dict[str, Any]:
        """Only one column can mean what only one can; something must tell the rows apart."""
        said = super().clean() or self.cleaned_data
        chosen, offered = self.columns(), meanings(self.kind)
        for at, code in enumerate(chosen):
            if code and offered[code].one and code in chosen[:at]:
                self.add_error(f"c{at}", _("Another column means this already."))
        named = [code for code in chosen if code == REF or code.split(".")[0] == NAMED_BY[self.kind]]
        if not named:
            self.add_error(None, _("Say which column has the title or name, or the number in this register."))
        return said


class DoubtsForm(forms.Form):
    """What is decided of some doubtful rows: for each one of what can be."""

    def __init__(
        self, rows: Sequence[tuple[int, str, list[tuple[str, str]], str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for number, label, offered, decided in rows:
            self.fields[f"r{number}"] = forms.ChoiceField(
                label=label, choices=offered, required=False, widget=forms.RadioSelect, initial=decided
            )

    def decisions(self) -> dict[int, str]:
        """Row -> what was decided; rows on which nothing was are left out."""
        return {int(name[1:]): word for name, word in self.cleaned_data.items() if word}
