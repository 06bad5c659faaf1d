"""The essay that the project began with, on the running site: what it names is found, what it says is shown."""

import csv
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TestCase
from django.utils.translation import override

from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.card.models import Card
from kinoqor.register.intake.actions import load, settle
from kinoqor.register.source.words import SourceKind

pytestmark = pytest.mark.long(10)

LANGUAGES = ("kk", "ru", "en")
PACK = Path(settings.REPOSITORY) / "packs" / "kz"
BY = Doer("story")


def names() -> list[dict[str, str]]:
    """Each film, person and organisation of the essay: its ref and the spelling used there."""
    with (PACK / "data" / "essay_names.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class EssayStory(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load(PACK, by=BY)
        settle(by=BY)

    def page(self, ref: str, lang: str) -> str:
        shown = Card.objects.get(ref=ref)
        answer = self.client.get(f"/{lang}" + shown.get_absolute_url()[3:])
        self.assertEqual(answer.status_code, 200, (ref, lang))
        self.assertIn(f'<html lang="{lang}"', answer.content.decode())
        return answer.content.decode()

    def test_everything_that_the_essay_names_is_found_by_its_spelling_and_has_a_page_in_three_languages(
        self,
    ) -> None:
        for row in names():
            for lang in LANGUAGES:
                with self.subTest(name=row["spelling"], lang=lang):
                    found = self.client.get(f"/{lang}/search.json", {"q": row["spelling"]}).json()["results"]
                    self.assertIn(row["ref"], [one["pack_id"] for one in found[:3]])
                    url = next(one["url"] for one in found if one["pack_id"] == row["ref"])
                    self.assertEqual(self.client.get(url).status_code, 200)
                    self.assertTrue(self.page(row["ref"], lang))

    def test_the_page_of_the_studio_shows_that_2005_is_contradicted_and_by_whom(self) -> None:
        for lang in LANGUAGES:
            page = self.page("o001", lang)
            for year in ("2005", "1934", "1941", "1960"):
                self.assertIn(year, page, lang)
            with override(lang):
                essay = str(SourceKind.ESSAY.label)
            for voice in (essay, "kazakhfilm.kz", "allencyclopedia.ru"):
                self.assertIn(voice, page, lang)
        founded = Card.objects.get(ref="o001").facts["founded"]
        self.assertTrue(founded["disputed"])
        self.assertNotEqual(founded["voices"][0]["value"], "2005")

    def test_the_year_of_kelin_in_the_essay_stands_beside_the_year_of_archives(self) -> None:
        year = Card.objects.get(ref="f113").facts["year"]
        self.assertEqual([voice["value"] for voice in year["voices"]], ["2009", "2008"])
        for lang in LANGUAGES:
            self.assertIn("2008", self.page("f113", lang))

    def test_every_claim_of_the_essay_is_on_a_card(self) -> None:
        with (PACK / "data" / "essay_claims.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                facts = Card.objects.get(ref=row["ref"]).facts
                values = [voice["value"] for voice in facts[row["property"]]["voices"]]
                self.assertIn(
                    row["value"].casefold(), [value.casefold() for value in values], json.dumps(row)
                )
