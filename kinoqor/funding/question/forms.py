"""What comes in from the builder: names, groups and questions, each turned into its piece of the document."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinoqor.funding.question.adapters.hanging import Conditioned, conditions_of
from kinoqor.funding.question.adapters.worded import TONGUES, Worded, texts_of
from kinoqor.funding.question.words import CALL_LISTS, KINDS, PACK_LISTS
from kinoqor.kit.question import Form, Group, Kind, Question
from kinoqor.kit.question.reading import OWN

CODE = r"(?!new$)[a-z][a-z0-9_]{0,39}"
NUMBERED = {
    "least": _("Least"),
    "most": _("Most"),
    "words": _("Most words"),
    "decimals": _("Digits after the comma"),
}
DAYS = {"first": _("First day"), "last": _("Last day")}
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NameForm(Worded):
    """A form's code (where it is begun) and its name."""

    def __init__(self, new: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if new:
            self.fields["code"] = forms.RegexField(
                label=_("Code"),
                regex=r"^(?!new$)[a-z][a-z0-9-]{0,39}$",
                help_text=_("Small Latin letters, digits and hyphens. Calls name the form by it."),
            )
        self.worded("name", _("Name"), required=True)
        self.worded("lead", _("One sentence below it"))


class GroupForm(Conditioned):
    """A group: its name and help, whether it is asked in rows."""

    def __init__(self, form: Form, old: Group | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if old is None:
            self.fields["code"] = forms.RegexField(label=_("Code"), regex=f"^{CODE}$")
        self.worded("name", _("Name"), required=True)
        self.worded("help", _("Help"), long=True)
        self.worded("clause", _("Clause that it rests on"))
        self.fields["most"] = forms.IntegerField(
            label=_("Most rows"), required=False, min_value=0, max_value=200,
            help_text=_("Leave it empty for a group that is asked once."),
        )  # fmt: skip
        self.fields["least"] = forms.IntegerField(
            label=_("Least rows"), required=False, min_value=0, max_value=200
        )
        self.worded("row", _("What a row is called"))
        self.conditioned(form, old, [])

    def said(self, code: str) -> dict[str, Any]:
        """The group for the document, without its questions."""
        found: dict[str, Any] = {"code": self.cleaned_data.get("code") or code}
        self.put(found, "name", "help", "clause")
        if self.cleaned_data.get("most"):
            rows: dict[str, Any] = {
                "least": self.cleaned_data.get("least") or 0,
                "most": self.cleaned_data["most"],
            }
            if any(self.texts("row").values()):
                rows["name"] = self.texts("row")
            found["rows"] = rows
        return found | ({"when": self.condition()} if self.condition() else {})


class KindForm(Worded):
    """A new question: its code, its kind, and how it is put."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.RegexField(
            label=_("Code"),
            regex=f"^{CODE}$",
            help_text=_("Small Latin letters, digits and _. Answers are kept under it."),
        )
        self.fields["kind"] = forms.ChoiceField(
            label=_("What the answer is"), choices=[(kind.value, label) for kind, label in KINDS.items()]
        )
        self.worded("label", _("Question"), required=True)

    def said(self, rules: Iterable[str], currency: str) -> dict[str, Any]:
        """The question for the document, with the least that its kind needs; the next page asks the rest."""
        kind = Kind(self.cleaned_data["kind"])
        found: dict[str, Any] = {"code": self.cleaned_data["code"], "kind": kind.value}
        self.put(found, "label")
        if kind in (Kind.CHOICE, Kind.SEVERAL):
            found["choices"] = [
                {"code": code, "name": {"kk": kk, "ru": ru, "en": en}}
                for code, kk, ru, en in (("yes", "иә", "да", "yes"), ("no", "жоқ", "нет", "no"))
            ]
        if kind in (Kind.PERSON_NUMBER, Kind.COMPANY_NUMBER):
            found["rule"] = next(iter(rules), "")
        return found | ({"currency": currency} if kind is Kind.MONEY else {})


class QuestionForm(Conditioned):
    """A question, with what questions of its kind may say."""

    def __init__(
        self, form: Form, group: Group, question: Question, rules: Iterable[str], *args: Any, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.kind, self.own = question.kind, OWN.get(question.kind, frozenset())
        self.worded("label", _("Question"), required=True)
        self.worded("help", _("Help"), long=True)
        self.worded("clause", _("Clause that it rests on"))
        self.fields["required"] = forms.BooleanField(label=_("An answer is needed"), required=False)
        for name, label in NUMBERED.items():
            if name in self.own:
                self.fields[name] = forms.FloatField(label=label, required=False)
        for name, label in DAYS.items():
            if name in self.own:
                self.fields[name] = forms.DateField(label=label, required=False, widget=DAY)
        self._chosen(rules)
        codes = [one.code for one in group.questions]
        before = list(group.questions[: codes.index(question.code)]) if question.code in codes else []
        self.conditioned(form, group, before)

    def _chosen(self, rules: Iterable[str]) -> None:
        lists = [("", _("its own answers, below")), *CALL_LISTS.items(), *PACK_LISTS.items()]
        if "list" in self.own:
            self.fields["list"] = forms.ChoiceField(label=_("Answers"), choices=lists, required=False)
            self.fields["choices"] = forms.CharField(
                label=_("Its own answers"), required=False, widget=forms.Textarea(attrs={"rows": 6}),
                help_text=_("One a line: code | in Kazakh | in Russian | in English"),
            )  # fmt: skip
        if "currency" in self.own:
            self.fields["currency"] = forms.RegexField(
                label=_("Currency"), regex=r"^[A-Z]{3}$", help_text=_("Its code, such as EUR.")
            )
        if "rule" in self.own:
            self.fields["rule"] = forms.ChoiceField(
                label=_("By which rule"), choices=[(one, one) for one in rules]
            )
        if "countries" in self.own:
            self.fields["countries"] = forms.CharField(
                label=_("Countries"), required=False, help_text=_("Codes of two letters, divided by commas.")
            )
        if "of" in self.own:
            self.fields["of"] = forms.RegexField(
                label=_("Letters of the register"), regex=r"^[a-z]{0,6}$", required=False,
                help_text=_("f for films, p for people, o for organisations."),
            )  # fmt: skip

    def said(self, old: Mapping[str, Any]) -> dict[str, Any]:
        """The question for the document."""
        given = self.cleaned_data
        found: dict[str, Any] = {"code": old["code"], "kind": old["kind"]}
        self.put(found, "label", "help", "clause")
        if given["required"]:
            found["required"] = True
        for name in NUMBERED:
            if given.get(name) is not None:
                found[name] = int(given[name]) if given[name] == int(given[name]) else given[name]
        for name in DAYS:
            if given.get(name):
                found[name] = given[name].isoformat()
        for name in ("list", "currency", "rule", "of"):
            if given.get(name):
                found[name] = given[name]
        if given.get("countries"):
            found["countries"] = given["countries"].replace(",", " ").upper().split()
        if "choices" in self.own and not given.get("list"):
            found["choices"] = [_choice(line) for line in given["choices"].splitlines() if line.strip()]
        return found | ({"when": self.condition()} if self.condition() else {})


def _choice(line: str) -> dict[str, Any]:
    code, *names = (part.strip() for part in line.split("|"))
    return {"code": code, "name": {lang: name for (lang, _tongue), name in zip(TONGUES, names, strict=False)}}


def initial_of_question(document: Mapping[str, Any]) -> dict[str, Any]:
    """A question of a document as first values of its form."""
    lines = [
        " | ".join([one["code"], *(one["name"].get(lang, "") for lang, _tongue in TONGUES)])
        for one in document.get("choices", [])
    ]
    plain = {
        name: document.get(name) for name in (*NUMBERED, *DAYS, "list", "currency", "rule", "of", "required")
    }
    told = {"choices": "\n".join(lines), "countries": ", ".join(document.get("countries", []))}
    return plain | told | texts_of(document, "label", "help", "clause") | conditions_of(document)


def initial_of_group(document: Mapping[str, Any]) -> dict[str, Any]:
    """A group of a document as first values of its form."""
    rows = document.get("rows") or {}
    told = {"most": rows.get("most"), "least": rows.get("least")} | texts_of({"row": rows.get("name")}, "row")
    return told | texts_of(document, "name", "help", "clause") | conditions_of(document)
