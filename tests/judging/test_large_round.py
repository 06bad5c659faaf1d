"""The large round of the benchmarks, small: the way that it is made stays a way through the house."""

import pytest
from django.utils import timezone

from benchmarks.crowd import round as judged
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.queries import holder
from kinoqor.funding.conflict.queries import shut_pairs
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.assignment.words import Standing
from kinoqor.judging.review.models import Review
from tests import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> judged.Stage:
    officer = people.user()
    people.seated(Role.OFFICER, officer)
    return judged.made(20, 8, 3, officer, timezone.now().replace(microsecond=0))


def test_every_file_is_drawn_its_readers_and_none_of_them_is_shut_out(stage: judged.Stage) -> None:
    readings = list(Reading.objects.filter(draw=stage.draw, ended=None))
    assert stage.draw.standing == Standing.RELEASED
    assert [sum(each.application_id == file.pk for each in readings) for file in stage.files] == [3] * 20
    shut = shut_pairs({file.name for file in stage.files})
    assert len(shut) == 2
    assert not shut & {(each.user_id, holder(each.application_id)) for each in readings}


def test_some_reviews_come_first_and_the_rest_before_the_opening(stage: judged.Stage) -> None:
    judged.review(stage, 0.5)
    first = Review.objects.count()
    assert 0 < first < 60
    judged.review(stage, 1)
    opening = judged.opened(stage)
    assert (opening.reviews, opening.missing) == (60, 0)
    assert all(1 <= mark <= 10 for review in Review.objects.all() for mark in review.marks.values())
