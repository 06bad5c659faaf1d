"""The floor's face to Django: the records of its rooms."""

from kinoqor.funding.call.models import Call, CallVersion, Happening
from kinoqor.funding.programme.models import CalendarDay, CalendarYear, ParameterValue, Programme
from kinoqor.funding.question.models import FormVersion

__all__ = [
    "CalendarDay", "CalendarYear", "Call", "CallVersion", "FormVersion", "Happening", "ParameterValue", "Programme",
]  # fmt: skip
