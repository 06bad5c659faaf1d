"""A few questions to a running house: does the home page stand in every language, and one film's page?"""

import http.client
import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser

LANGUAGES = ("kk", "ru", "en")
FILM = re.compile(r'href="(?:https?://[^/"]+)?(/en/films/f\d[^"/?#]*/)"')


class Unanswered(Exception):
    """The address did not answer with a page; `status` is the HTTP status, or None when nobody answered."""

    def __init__(self, sentence: str, status: int | None = None) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass
class Page(HTMLParser):
    """What the probe wants to know of a page: its language and its first heading."""

    language: str = ""
    heading: str = ""
    inside: bool = field(default=False, repr=False)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""
        self.inside = self.inside or (tag == "h1" and not self.heading)

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.heading = f"{self.heading} {data.strip()}".strip()


def ask(address: str) -> str:
    """The text of a page; Unanswered when there is none."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        raise Unanswered(f"{address} answered {error.code} instead of 200", error.code) from None
    except (OSError, http.client.HTTPException, UnicodeDecodeError) as error:
        raise Unanswered(f"{address} did not answer: {error}") from None


def fault(text: str, language: str) -> str:
    """What is wrong with a page that should be in this language; empty when nothing is."""
    page = Page()
    page.feed(text)
    if page.language != language:
        return f'its lang attribute is "{page.language}" instead of "{language}"'
    return "" if page.heading else "it has no heading"


def probe(origin: str) -> int:
    """Asks the home page in each language and one film's page; prints a line each; 0 when all are right."""
    places = [(f"/{language}/", language) for language in LANGUAGES]
    faults = [question(origin, place, language) for place, language in places]
    try:
        film = FILM.search(ask(f"{origin}/en/films/"))
        told = "it leads to no film"
    except Unanswered as reason:
        film, told = None, str(reason)
    if film:
        faults.append(question(origin, film.group(1), "en"))
    else:
        print(f"     {'/en/films/':<42} {told}", flush=True)
        faults.append(told)
    wrong = sum(1 for sentence in faults if sentence)
    summary = f"{wrong} of {len(faults)} answers wrong (see above)" if wrong else "every page as it should be"
    print(f"\nThe probe found {summary}.", flush=True)
    return 1 if wrong else 0


def question(origin: str, place: str, language: str) -> str:
    """Asks one page and prints what came of it; gives back the fault, if any."""
    try:
        wrong = fault(ask(origin + place), language)
    except Unanswered as reason:
        wrong = str(reason)
    print(f"     {place:<42} {wrong or 'right'}", flush=True)
    return f"{place}: {wrong}" if wrong else ""
