"""A form to look at: every kind of field, some of them wrongly filled. It is never sent."""

from typing import Any

from django import forms


class SampleForm(forms.Form):
    """Title left empty, an impossible year, one kind chosen."""

    title = forms.CharField()
    year = forms.IntegerField()
    kind = forms.ChoiceField(widget=forms.RadioSelect)
    genres = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    story = forms.CharField(widget=forms.Textarea, required=False)

    def __init__(self, words: dict[str, Any], code: str) -> None:
        data = {f"{code}-year": "1889", f"{code}-kind": "0", f"{code}-genres": ["1"]}
        super().__init__(data, prefix=code)
        self.words = words
        for name in self.fields:
            self.fields[name].label = words[f"f_{name}"]
            self.fields[name].help_text = words.get(f"f_{name}_hint", "")
        kind, genres = self.fields["kind"], self.fields["genres"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = [(str(i), label) for i, label in enumerate(words["kinds"])]
        if isinstance(genres, forms.MultipleChoiceField):
            genres.choices = [(str(i), label) for i, label in enumerate(words["topics"])]

    def clean_year(self) -> int:
        """No film is older than cinema."""
        year = int(self.cleaned_data["year"])
        if year < 1895:
            raise forms.ValidationError(self.words["f_year_error"])
        return year
