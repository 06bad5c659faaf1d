"""What comes in from the page of notices."""

from django import forms

from kinoqor.accounts.notice.rules import manner_of
from kinoqor.accounts.notice.words import CHOSEN, Manner, Notice


class NoticesForm(forms.Form):
    """One choice for each kind of notice that can be chosen."""

    def __init__(self, chosen: dict[str, str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for notice in CHOSEN:
            self.fields[notice] = forms.ChoiceField(
                label=notice.label,
                choices=Manner.choices,
                initial=manner_of(notice, chosen),
                widget=forms.RadioSelect,
            )

    def manners(self) -> dict[Notice, Manner]:
        """What was chosen."""
        return {notice: Manner(self.cleaned_data[notice]) for notice in CHOSEN}
