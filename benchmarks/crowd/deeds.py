"""What one applicant does in the hour: saves ten times, sends five papers, perhaps tries what is refused, and files."""

import asyncio
import hashlib
import re
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from benchmarks.crowd.hour import Hopeless, Person
from benchmarks.crowd.line import Answer, form, parcel
from benchmarks.crowd.papers import pdf
from benchmarks.crowd.stage import EVERY

SAVES = 10
# (slot, bytes) of the papers that each sends; the first comes piece by piece, the others as plain forms.
PAPERS = (
    ("script", 96_000), ("identity", 16_000), ("author-contract", 16_000), ("author-contract", 24_000),
    ("preliminary-contract", 16_000),
)  # fmt: skip
STALE, FORGED, FOREIGN = 7, 11, 13  # who (of EVERY) tries what is refused before they file
PARTS = ("film", "story", "rights")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
REVISION = re.compile(r'name="revision" value="(\d+)"')
RECEIPT = re.compile(r"/filed/(\d+)/")


async def apply(person: Person) -> None:
    """All of it, in the order in which a person would."""
    who = person.who
    page = await person.get("page of a part", place(person, "application-part", "film"))
    found = TOKEN.search(page.text)
    if who.shut:
        await refused(person, page, "late")
        return
    if page.status != 200 or found is None:
        raise Hopeless(f"the page of a part: {page.status}")
    person.token = found[1]
    revision = seen(page)
    for number in range(SAVES):
        revision = await save(person, PARTS[number % len(PARTS)], number, revision)
    for number, (slot, size) in enumerate(PAPERS):
        await send(person, slot, pdf(f"paper {who.index} {number}", size), whole=number > 0)
    await file(person)


def place(person: Person, name: str, *more: Any) -> str:
    """An address of their own application, in their language."""
    with override(person.who.language):
        return reverse(name, args=[person.who.number, *more])


def seen(page: Answer) -> int:
    """The revision that a page was made at; -1 where it has no form."""
    found = REVISION.search(page.text)
    return int(found[1]) if found else -1


def answers(part: str, mark: str) -> tuple[dict[str, str | list[str]], dict[str, Any]]:
    """(what is sent of a part, what the frozen text must say of it)."""
    if part == "film":
        title = f"Вымышленный фильм {mark}"
        sent: dict[str, str | list[str]] = {
            "title_kk": f"Ойдан шығарылған фильм {mark}", "title_ru": title, "title_en": "", "minutes": "90",
            "languages": ["kk", "ru"], "themes": [], "age": "12+",
        }  # fmt: skip
        return sent, {"title_ru": title}
    if part == "story":
        story = f"An invented story {mark}. " + " ".join(["The road goes on."] * 40)
        told = {"synopsis": story, "synopsis_long": " ".join([story] * 6)}
        return {"logline": f"Invented {mark}", **told, "statement": story}, told
    row = {"work": "script", "author": f"Үлгі Автор {mark}", "contract": mark, "signed": "2026-01-15",
           "territory": "the whole world", "exclusive": "yes"}  # fmt: skip
    return {f"rights.1.{name}": value for name, value in row.items()}, {"rights": row["author"]}


async def save(person: Person, part: str, number: int, revision: int) -> int:
    """Save a part as the script of the page does; give the new revision."""
    sent, told = answers(part, f"{person.who.index}-{number}")
    body = form({**sent, "revision": str(revision), "csrfmiddlewaretoken": person.token})
    answer = await person.post("save", place(person, "application-part", part), body, X_Autosave="1")
    found = re.search(r'"revision": (\d+)', answer.text) if answer.status == 200 else None
    if found is None:
        raise Hopeless(f"a save: {answer.status} {answer.text[:200]}")
    person.who.saved |= told
    return int(found[1])


async def send(person: Person, slot: str, content: bytes, whole: bool) -> None:
    """Send a paper; where a line broke meanwhile, look first whether it is there, as a person would."""
    digest = hashlib.sha256(content).hexdigest()
    for _attempt in range(5):
        before = person.hour.broken
        await (plainly if whole else in_pieces)(person, slot, content)
        if person.hour.broken == before and not whole:
            break
        if digest in (await person.get("page of the papers", place(person, "application-files"))).text:
            break
    else:
        raise Hopeless(f"the paper {slot} does not come")
    person.who.papers.add((slot, digest))


async def plainly(person: Person, slot: str, content: bytes) -> None:
    """By a form without a script."""
    body = parcel({"place": "0", "csrfmiddlewaretoken": person.token}, f"{slot}.pdf", content)
    await person.post("upload, plain form", address(person, "file-send", slot), body)


async def in_pieces(person: Person, slot: str, content: bytes) -> None:
    """By the script of the page: announced, sent, ended."""
    token = person.token
    told = form({"name": f"{slot}.pdf", "size": str(len(content)), "place": "0"})
    begun = await person.post("upload begun", address(person, "file-begin", slot), told, X_CSRFToken=token)
    found = re.search(r'"part": "([^"]+)"', begun.text)
    if found is None:
        return
    raw = (content, "application/octet-stream")
    piece = address(person, "file-part", slot, found[1])
    await person.post("upload, a piece", f"{piece}?at=0", raw, X_CSRFToken=token)
    end = address(person, "file-end", slot, found[1])
    await person.post("upload ended", end, (b"", "application/octet-stream"), X_CSRFToken=token)


def address(person: Person, name: str, slot: str, *more: str) -> str:
    """An address of the papers of an application, in their language."""
    with override(person.who.language):
        return reverse(name, args=["application", person.who.number, slot, *more])


async def file(person: Person) -> None:
    """File it, after having tried perhaps what is refused; keep what was acknowledged."""
    who, to = person.who, place(person, "application-file")
    page = await person.get("page of the filing", to)
    missing = [slot for slot, digest in who.papers if digest not in page.text]
    if missing:
        raise Hopeless(f"acknowledged papers are not on the page: {missing}")
    await tempted(person, page)
    answer = await person.post("file", to, filing(person, page))
    found = RECEIPT.search(answer.heads.get("location", ""))
    if answer.status != 302 or found is None:
        raise Hopeless(f"a filing: {answer.status}")
    who.filing = int(found[1])
    with override(who.language):
        text = reverse("application-snapshot", args=[who.number, who.filing])
    frozen = await person.get("frozen text", text)
    who.digest = hashlib.sha256(frozen.body).hexdigest() if frozen.status == 200 else "not given"


def filing(person: Person, page: Answer, **other: str) -> tuple[bytes, str]:
    """The form of the filing page, with what is said otherwise."""
    said = {
        "stage": "script",
        "revision": str(seen(page)),
        "even_so": "1",
        "csrfmiddlewaretoken": person.token,
    }
    return form({**said, **other})


async def tempted(person: Person, page: Answer) -> None:
    """Some try first what must be refused."""
    kind = {STALE: "stale", FORGED: "forged", FOREIGN: "foreign"}.get(person.who.index % EVERY)
    if kind:
        await refused(person, page, kind)


async def refused(person: Person, page: Answer, kind: str) -> None:
    """File what must be refused; an answer that takes it for filed is kept as one."""
    who = person.who
    number = who.other if kind == "foreign" else who.number
    with override(who.language):
        to = reverse("application-file", args=[number])
    if kind == "late":
        page = await person.get("page of the filing", to)
        found = TOKEN.search(page.text)
        person.token = found[1] if found else person.cookies.get("csrftoken", "")
    other = {"stale": {"revision": "1"}, "forged": {"csrfmiddlewaretoken": "0" * 64}}.get(kind, {})
    answer = await person.post("refused filing", to, filing(person, page, **other))
    # Filed is a way on to the receipt; a page (200) says why not.
    if answer.status in (200, 403, 404):
        who.refused += 1
    else:
        person.hour.errors[f"{kind} filing was not refused: {answer.status}"] += 1
    await asyncio.sleep(0)
