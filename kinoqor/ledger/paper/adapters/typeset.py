"""How a paper is set: Typst, from a template in the language of the reader and facts that it reads as JSON.

Nothing of the facts ever becomes part of the template's text. The PDF is tagged for readers of the screen (PDF/UA-1);
its fonts come with the packages of the house.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import fontpkg_onest  # type: ignore[import-untyped]
import typst
from django.conf import settings

from kinoqor.ledger.paper.words import Form


def typeset(form: Form, facts: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a paper. Raises typst.TypstError for a template that does not hold."""
    return typeset_from(f"{form.template}.{form.language}.typ", facts, at)


def typeset_from(template: str, facts: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a template, named by its place in the house."""
    return typst.compile(  # type: ignore[misc]  # its stub cannot choose
        str(Path(settings.ROOT) / template),
        root=settings.ROOT,
        font_paths=[str(Path(fontpkg_onest.ROOT) / "files")],
        ignore_system_fonts=True,
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
