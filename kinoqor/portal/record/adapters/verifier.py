"""`kinoqor-verify` as one Python file: the sections of `verifier`, joined."""

import ast
from functools import cache
from pathlib import Path

from kinoqor.portal.record.verifier import SECTIONS

NAME = "kinoqor-verify.py"
FOLDER = Path(__file__).parent.parent / "verifier"
OWN = "kinoqor.portal.record.verifier"
HEAD = '''"""kinoqor-verify: checks a public record of film funding, and every decision published with it, by itself.

    pip install cryptography
    python kinoqor-verify.py FOLDER                          a downloaded record
    python kinoqor-verify.py https://ADDRESS/record          a record on the web
      --lang kk | ru | en    the language of the answers
      --key KEY              the public key of the record, from where you trust it
      --saved FILE           a checkpoint that you saved before: was history rewritten?
      --call REF             only the rounds of this call, where only they were taken along

It asks the fund for nothing but the published files, and runs nothing of the fund's. With OR-Tools installed it also
solves each allocation again; with py_ecc it also checks the signatures of the public random numbers. It ends with 0 where
everything is right, with 1 where anything is wrong, and names each.
"""
'''


@cache
def joined() -> str:
    """The whole file: outside imports once at the top, then the sections in their order, without what joined them."""
    imports: dict[str, None] = {}
    bodies = []
    for name in SECTIONS:
        text = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
        bodies.append(_body(name, text, imports))
    return "\n".join([HEAD, *sorted(imports, key=_place), *bodies])


def _place(line: str) -> tuple[bool, str]:
    return line.startswith("from"), line


def _body(name: str, text: str, imports: dict[str, None]) -> str:
    lines, tree = text.splitlines(), ast.parse(text)
    gone: set[int] = set()
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            gone |= set(range(node.lineno - 1, node.end_lineno or node.lineno))
            if not (isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OWN)):
                imports[ast.unparse(node)] = None
    said = (ast.get_docstring(tree) or "").splitlines()
    first = tree.body[0]
    gone |= set(range(first.lineno - 1, first.end_lineno or first.lineno))
    kept = "\n".join(line for at, line in enumerate(lines) if at not in gone).strip("\n")
    rule = "-" * (116 - len(name))
    return "\n".join([f"\n\n# {rule} {name}", *(f"# {line}".rstrip() for line in said), "", kept, ""])
