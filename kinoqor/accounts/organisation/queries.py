"""Questions to the organisations."""

from django.db.models import QuerySet

from kinoqor.accounts.organisation.models import Organisation


def organisations() -> QuerySet[Organisation]:
    """All organisations, by kind and name."""
    return Organisation.objects.order_by("kind", "name_kk", "name_ru", "name_en", "pk")


def number_taken(number: str | None, but: int = 0) -> bool:
    """Whether another organisation has this registration number."""
    return bool(number) and Organisation.objects.filter(number=number).exclude(pk=but).exists()
