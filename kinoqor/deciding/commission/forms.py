"""What comes in with a ruling: what was decided, what is cut of which chapter, the reason and its clause."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.commission.words import LONGEST, LONGEST_CLAUSE, Cut, Decision, Ruling
from kinoqor.funding.estimate.forms import AmountField
from kinoqor.funding.estimate.rules import minor_units

PLACES = 2  # digits after the point of a sum
CUT = "cut_"  # before the code of a chapter, in the name of its field


class ReasonForm(forms.Form):
    """The reason, the clause, and that whoever is shut out took no part."""

    reason = forms.CharField(
        label=_("Reason of the commission"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The applicant reads it, and so does everybody once the result is published."),
    )  # fmt: skip
    clause = forms.CharField(
        label=_("Clause"),
        max_length=LONGEST_CLAUSE,
        help_text=_("The act and its clause that this rests on."),
    )
    apart = forms.BooleanField(
        label=_("The members to whom a film is shut took no part in the decision on it"), required=False
    )

    def __init__(self, shut: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not shut:
            del self.fields["apart"]

    def told(self, said: str = Ruling.APPROVED, award: int = 0, cuts: tuple[Cut, ...] = ()) -> Decision:
        """The decision as the law asks about it."""
        given = self.cleaned_data
        return Decision(said, award, cuts, given["reason"], given["clause"], bool(given.get("apart")))


class RulingForm(ReasonForm):
    """What the commission says of one film."""

    said = forms.ChoiceField(
        label=_("What the commission decided"), widget=forms.RadioSelect,
        choices=[(each.value, capfirst(each.label)) for each in Ruling],
    )  # fmt: skip
    award = AmountField(
        PLACES, label=_("What the film gets"), required=False, help_text=_("Only where the sum is smaller.")
    )

    def __init__(
        self, shut: bool, chapters: Sequence[tuple[str, str]], currency: str, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(shut, *args, **kwargs)
        self.currency = currency
        last = [name for name in ("reason", "clause", "apart") if name in self.fields]
        self.chapters = [code for code, _name in chapters]
        for code, name in chapters:
            self.fields[CUT + code] = AmountField(PLACES, label=name, required=False)
        self.order_fields(["said", "award", *(CUT + code for code in self.chapters), *last])

    @property
    def cut_fields(self) -> list[Any]:
        """The field of each chapter."""
        return [self[CUT + code] for code in self.chapters]

    @property
    def other_fields(self) -> list[Any]:
        """The reason, the clause and what has to be confirmed."""
        return [self[name] for name in ("reason", "clause", "apart") if name in self.fields]

    def decided(self, council: int) -> Decision:
        """The decision; `council` is the sum that the council gave, which an approval keeps. Sums that were typed for a
        decision that gives none are left to the law to refuse.
        """
        given = self.cleaned_data
        typed = {code: given.get(CUT + code) for code in self.chapters}
        cuts = tuple(
            Cut(code, minor_units(amount, self.currency))
            for code, amount in typed.items()
            if amount is not None
        )
        award = 0 if given.get("award") is None else minor_units(given["award"], self.currency)
        if given["said"] == Ruling.APPROVED and not award:
            award = council
        return self.told(given["said"], award, cuts)
