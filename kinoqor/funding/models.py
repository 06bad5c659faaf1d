"""The floor's face to Django: the records of its rooms."""

from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.application.models import Application, Aside
from kinoqor.funding.call.models import Call, CallVersion, Happening
from kinoqor.funding.check.models import Judgement, Notice, Refusal
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.estimate.models import Estimate
from kinoqor.funding.filing.models import Answer, Filing
from kinoqor.funding.hand.models import Hand
from kinoqor.funding.likeness.models import Mark, Script, Trace
from kinoqor.funding.programme.models import CalendarDay, CalendarYear, ParameterValue, Programme
from kinoqor.funding.question.models import FormVersion

__all__ = [
    "Answer", "Applicant", "Application", "Aside", "CalendarDay", "CalendarYear", "Call", "CallVersion",
    "Complaint", "Conflict", "Decision", "Estimate", "Filing", "FormVersion", "Hand", "Happening", "Judgement",
    "Mark", "Notice", "ParameterValue", "Programme", "Refusal", "Script", "Trace",
]  # fmt: skip
