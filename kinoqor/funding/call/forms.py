"""What comes in with the check of a call, and from its officers."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.adapters.editing import WHOLE, Held, fields, put
from kinoqor.funding.call.rules import UNSURE, terms
from kinoqor.funding.call.words import Condition, Terms
from kinoqor.kit.document import Faulty

ANSWERS = [("yes", _("Yes")), ("no", _("No")), (UNSURE, _("I do not know"))]


class CheckForm(forms.Form):
    """The questions of the check without an account: what film, and one for each condition. Nothing is kept."""

    def __init__(self, of: Terms, conditions: Iterable[Condition], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = [each for each in conditions if each.question]
        if len(of.streams) > 1:
            self.fields["stream"] = self._choice(_("For which stream is your film?"), of.streams)
        if len(of.kinds) > 1:
            self.fields["kind"] = self._choice(_("What kind of film is it?"), of.kinds)
        for each in self.asked:
            self.fields[f"c-{each.code}"] = forms.ChoiceField(
                label=spoken.told(each.question), choices=ANSWERS, widget=forms.RadioSelect,
                help_text=self._limit(each),
                error_messages={"required": _("Answer yes or no, or say that you do not know.")},
            )  # fmt: skip

    def _choice(self, label: Any, listed: Iterable[Any]) -> forms.ChoiceField:
        choices = [(each.code, spoken.told(each.name)) for each in listed]
        return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)

    def _limit(self, condition: Condition) -> str:
        if condition.limit is None:
            return ""
        limit = spoken.sum_of(condition.limit, condition.currency)
        return str(_("The limit today: %(limit)s.") % {"limit": limit})

    def answers(self) -> list[tuple[Condition, str]]:
        """Each condition with what was answered."""
        return [(each, self.cleaned_data[f"c-{each.code}"]) for each in self.asked]


class NewForm(forms.Form):
    """A new call, begun from another one."""

    ref = forms.SlugField(
        label=_("Short name"), max_length=40,
        help_text=_("Small Latin letters, digits and hyphens: it stands in the address, such as selection-2027."),
    )  # fmt: skip
    like = forms.ChoiceField(label=_("Begin from"))
    repeats = forms.BooleanField(label=_("It repeats that call, which was annulled"), required=False)

    def __init__(self, calls: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["like"].choices = list(calls)  # type: ignore[attr-defined]


class PartForm(forms.Form):
    """A part of a draft: one field for each place that the part holds."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, part: str, document: Mapping[str, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document, self.part = document, part
        self.held = fields(part, document)
        for each in self.held:
            self.fields[each.place] = _field(each)
        if part == WHOLE:
            written = json.dumps(document, ensure_ascii=False, indent=1)
            self.fields["whole"] = forms.CharField(
                label=_("The document, as JSON"), initial=written, max_length=400_000,
                widget=forms.Textarea(attrs={"rows": 30, "class": "code", "spellcheck": "false"}),
                help_text=_("For experts: the whole call in one text. The other parts are easier and safer."),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The whole document as it would be; every fault that a reading finds stands at the head of the form."""
        found: dict[str, Any] = super().clean() or {}
        if self.errors:
            return found
        try:
            found["document"] = self._document(found)
            terms(found["document"])
        except json.JSONDecodeError as wrong:
            self.add_error("whole", _("This is no JSON: line %(line)s.") % {"line": wrong.lineno})
        except Faulty as faulty:
            for fault in faulty.faults:
                self.add_error(None, fault)
        return found

    def once_more(self, revision: int) -> "PartForm":
        """What was typed, on the draft as it stands now; what the page did not show then is as it stands."""
        stands = {each.place: self.fields[each.place].initial for each in self.held}
        typed = {name: self.data.get(name) for name in self.fields if name in self.data}
        return PartForm(self.part, self.document, {**stands, **typed, "revision": revision})

    def _document(self, found: Mapping[str, Any]) -> dict[str, Any]:
        if self.part != WHOLE:
            return put(self.document, {each.place: _plain(found[each.place]) for each in self.held})
        read = json.loads(found["whole"])
        if not isinstance(read, dict):
            raise Faulty((str(_("The document must be a table.")),))
        return read


def _field(held: Held) -> forms.Field:
    value, label = held.value, held.label
    if held.sort == "whole":
        return forms.IntegerField(label=label, initial=value, required=False, min_value=1)
    if held.sort == "wall":
        second = "23:59:59" if held.place.endswith("shuts") else "00:00:00"
        shown = f"{value}T{second}" if value and len(str(value)) == 10 else value
        widget = forms.DateTimeInput(
            attrs={"type": "datetime-local", "step": "1"}, format="%Y-%m-%dT%H:%M:%S"
        )
        return forms.CharField(label=label, initial=shown, required=False, max_length=19, widget=widget)
    if held.sort == "moment":
        return forms.CharField(
            label=label, initial=value, required=False, max_length=10,
            help_text=_("As exact as it is known: 2027, 2027-06 or 2027-06-09."),
        )  # fmt: skip
    long = not held.place.startswith("name.")
    needed = held.place.startswith(("name.", "summary."))
    shape = forms.Textarea(attrs={"rows": 4}) if long else forms.TextInput()
    return forms.CharField(label=label, initial=value, required=needed, max_length=4000, widget=shape)


def _plain(value: Any) -> Any:
    """A value as a document holds it; a time without seconds gets them."""
    if isinstance(value, str) and len(value) == 16 and value[10] == "T":
        return f"{value}:00"
    return value


class RevisionForm(forms.Form):
    """Which state of a draft a deed is about."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class WhyForm(forms.Form):
    """The reason of a deed that cannot be taken back."""

    why = forms.CharField(
        label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody can read this."),
    )  # fmt: skip


class StepForm(forms.Form):
    """When a step of the timeline really happened."""

    step = forms.ChoiceField(label=_("What has happened"))
    day = forms.DateField(label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(
        label=_("Until which day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, steps: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.code, spoken.told(each.name)) for each in steps]
        self.fields["step"].choices = choices  # type: ignore[attr-defined]
