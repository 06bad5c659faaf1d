"""The floor's face to Django: the records of its rooms."""

from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.panel.models import Body, Member, Photograph
from kinoqor.judging.review.models import Opening, Review
from kinoqor.judging.score.models import Influences

__all__ = ["Body", "Draw", "Feedback", "Influences", "Member", "Opening", "Photograph", "Reading", "Review"]
