"""Writes docs/reference from the code itself, so that it is never out of date: `./kino manage write_reference`."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

from kinoqor.ledger.deed.actions import CODES
from kinoqor.register.claim.words import PROPERTIES, Form

FOLDER = settings.REPOSITORY / "docs" / "reference"
WRITTEN = "Written by `./kino fix` from the code; do not edit."
CONVERTER, SHOWN = re.compile(r"<[a-z]+:([a-z]+)>"), r"{\1}"
FORMS = {
    Form.TEXT: "words",
    Form.INTEGER: "whole number",
    Form.MOMENT: "date of any precision",
    Form.MONEY: "whole units of a currency",
    Form.CODE: "code of a controlled list",
    Form.SUBJECT: "another subject",
    Form.IDENTIFIER: "outside number, checked by its own rule",
}


class Command(BaseCommand):
    help = "Writes the reference from the code; with --check only says whether it is up to date."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail where a page is out of date"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stale = [name for name, text in pages().items() if _read(FOLDER / name) != text]
        if options["check"] and stale:
            raise CommandError(f"Out of date in docs/reference: {', '.join(stale)}. Run ./kino fix.")
        for name in stale:
            FOLDER.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_text(pages()[name], encoding="utf-8")
        self.stdout.write(f"Written: {', '.join(stale)}." if stale else "The reference is up to date.")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def pages() -> dict[str, str]:
    """Every page of the reference by its file name."""
    with override("en"):
        return {
            "settings.md": _settings(),
            "deeds.md": _deeds(),
            "properties.md": _properties(),
            "addresses.md": _addresses(),
        }


def _page(title: str, lead: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    table = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    rule = "| " + " | ".join("---" for _ in head) + " |"
    return "\n".join(
        [f"# {title}", "", lead, "", WRITTEN, "", "| " + " | ".join(head) + " |", rule, *table, ""]
    )


def environment() -> dict[str, tuple[str, str]]:
    """Each variable that settings.py reads -> (its default as written, its meaning as its comment says it)."""
    source = Path(settings.ROOT / "settings.py").read_text(encoding="utf-8")
    said = dict(re.findall(r"^# ([A-Z_]+): (.+)$", source, re.MULTILINE))
    found = {}
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        name = node.args[0]
        from_environment = isinstance(node.func.value, ast.Name) and node.func.value.id == "env"
        if from_environment and isinstance(name, ast.Constant):
            default = next((ast.unparse(each.value) for each in node.keywords if each.arg == "default"), "")
            found[str(name.value)] = (default, said.get(str(name.value), ""))
    return found


def _settings() -> str:
    lead = "Everything that may differ between two places comes from the environment, read once in `kinoqor/settings.py`."
    rows = [(f"`{name}`", f"`{default}`", said) for name, (default, said) in sorted(environment().items())]
    return _page("Settings", lead, ["Variable", "Default", "What it is for"], rows)


def deeds() -> dict[str, str]:
    """Every deed of the house by its code, with what it does."""
    for path in sorted(settings.ROOT.rglob("actions.py")):
        import_module(".".join(path.relative_to(settings.REPOSITORY).with_suffix("").parts))
    return {code: words for code, words in sorted(CODES.items()) if code.split(".")[0] != "tests"}


def _deeds() -> str:
    lead = "Whatever changes the register is one of these. Each leaves one line in the journal: who, what, when, why."
    rows = [(f"`{code}`", words) for code, words in deeds().items()]
    return _page("Deeds", lead, ["Deed", "What it does"], rows)


def _properties() -> str:
    lead = (
        "What can be claimed of a subject. Where several values hold together they do not contradict one another; "
        "otherwise the page shows the one that leads, and the others beside it."
    )
    rows = [
        (f"`{each.code}`", str(each.label), FORMS[each.form], _yes(each.many), _yes(each.per_language))
        for each in PROPERTIES.values()
    ]
    return _page("Properties", lead, ["Property", "Label", "Value", "Several hold", "By language"], rows)


def _yes(value: bool) -> str:
    return "yes" if value else ""


def _walk(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        place = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, place)
        elif isinstance(entry, URLPattern) and entry.name:
            yield "/" + place.replace("en/", "{kk,ru,en}/", 1), entry.name


def _addresses() -> str:
    lead = "Every address, in each of the three languages. Lists and cards also answer as JSON and CSV."
    found = sorted(set(_walk(get_resolver())))
    rows = [(f"`{CONVERTER.sub(SHOWN, place)}`", f"`{name}`") for place, name in found]
    return _page("Addresses", lead, ["Address", "Name in code"], rows)
