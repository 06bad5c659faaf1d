"""Small documents for tests of questions."""

from typing import Any

from django.http import QueryDict

from kinoqor.kit.question import Form, read

BIN = {
    "length": 12,
    "weights": [list(range(1, 12)), [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]],
    "name": {"kk": "БСН", "ru": "БИН", "en": "The BIN"},
}


def texts(words: str) -> dict[str, str]:
    return {"kk": f"{words} (kk)", "ru": f"{words} (ru)", "en": words}


def question(code: str, kind: str = "line", **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": kind, "label": texts(code.capitalize()), **more}


def choices(*codes: str) -> list[dict[str, Any]]:
    return [{"code": code, "name": texts(code.capitalize())} for code in codes]


def group(code: str, *questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"code": code, "name": texts(code.capitalize()), "questions": list(questions), **more}


def document(*groups: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"code": "test", "name": texts("Test"), "groups": list(groups), **more}


FILM = group(
    "film",
    question("title", required=True, most=20),
    question("kind", "choice", required=True, choices=choices("feature", "documentary", "animation")),
    question("plan", "text", required=True, words=5, when=[{"question": "kind", "is": "documentary"}]),
    question("minutes", "number", least=1, most=600),
)
CREW = group(
    "crew",
    question("name", required=True),
    question("country", "country"),
    question("permit", required=True, when=[{"question": "country", "not": ["KG"]}]),
    rows={"least": 1, "most": 3, "name": texts("Member")},
)


def film() -> Form:
    """A form of a group asked once and one in rows."""
    return read(document(FILM, CREW))


def sent(**names: Any) -> QueryDict:
    """What a browser would send; "__" stands for a point, since names of arguments have none."""
    data = QueryDict(mutable=True)
    for name, value in names.items():
        data.setlist(name.replace("__", "."), value if isinstance(value, list) else [value])
    return data
