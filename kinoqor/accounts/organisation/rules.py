"""What an organisation must have."""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as it comes in: its kind, its names, its number in the state's registry and in ours."""

    kind: str
    name_kk: str = ""
    name_ru: str = ""
    name_en: str = ""
    number: str | None = None
    ref: str = ""

    def columns(self) -> dict[str, str | None]:
        """The same by the names of the record's columns; an empty number is none."""
        return {**asdict(self), "number": self.number or None}


def may_be_called(named: Named, taken: bool) -> Verdict:
    """An organisation has a name in at least one language and a number that no other has."""
    if not (named.name_kk or named.name_ru or named.name_en):
        return no(_("An organisation needs a name in at least one language."))
    if taken:
        return no(
            _("Another organisation stands under this registration number."),
            way=_("Open that organisation and give the seat there."),
            to="bodies",
        )
    return YES
