"""Text that means harm in every field of the register: no page takes it for markup, no table for a formula."""

import csv
import io
import json
import re

import pytest
from django.http import HttpResponse
from pytest_django.fixtures import Settings

from kinoqor.accounts.user.models import User
from tests.house.people import everyone
from tests.house.register import grow
from tests.house.test_attacks import every_place
from tests.house.test_pages import ELSEWHERE, SEATED
from tests.house.world import World

# The whole house is walked: minutes on a busy machine.
pytestmark = [pytest.mark.long(50), pytest.mark.timeout(1800)]

MARKUP = "<img src=x onerror=alert(7)>\"'></script><script>alert(7)</script>"
FORMULA = '=HYPERLINK("https://evil.example",A1)'
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
# A file of the pack is given byte for byte; what lies in it is the operator's.
AS_IT_IS = {"pack-file"}


def inhabited() -> World:
    return World(grow(1, 1, lambda text: f"{FORMULA} {text} {MARKUP}"), everyone(*SEATED))


@pytest.fixture(autouse=True)
def _another_house(settings: Settings) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [ELSEWHERE]}}


def body(answer: HttpResponse) -> str:
    """All that is answered, a stream too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return content.decode("utf-8", "replace")


def test_text_that_means_harm_is_shown_as_text_on_every_page(world: World) -> None:
    for one in world.made:
        User.objects.filter(pk=one.user.pk if one.user else 0).update(name=f"A {MARKUP}")
    wrong, shown = [], 0
    for name, place, browser in every_place(world.made, world.refs):
        answer = browser.get(place)
        text, kind = body(answer), answer.headers.get("Content-Type", "")
        shown += "alert(7)" in text
        if kind.startswith("text/html") and (
            "<img src=x" in text or "<script>alert" in text or "\"'></script>" in text
        ):
            wrong.append(name)
        elif "json" in kind:
            json.loads(text)
    assert wrong == []
    assert shown > 20, "the harm stands on few pages: give things more of it"


def test_no_cell_of_any_table_is_a_formula(world: World) -> None:
    wrong, found = [], 0
    for name, place, browser in every_place(world.made, world.refs):
        if not place.partition("?")[0].endswith(".csv") or name in AS_IT_IS:
            continue
        for row in csv.reader(io.StringIO(body(browser.get(place)).removeprefix("\ufeff"))):
            found += sum(FORMULA in cell for cell in row)
            wrong += [
                f"{name}: {cell[:40]}"
                for cell in row
                if cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) and not NUMBER.fullmatch(cell)
            ]
    assert wrong == [] and found > 20
