"""What the page that checks the record says stands in words, whatever its scripts find."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from kinoqor.portal.record.words import SAID

TOLD = re.compile(r'tell\.(right|wrong|note)\(\s*"(\w+)"')


def test_every_step_that_the_scripts_tell_has_its_sentence() -> None:
    scripts = [Path(str(finders.find(f"ui/js/record/{name}.js"))) for name in ("check", "round", "shares")]
    steps = {
        f"{name}.{how}" for path in scripts for how, name in TOLD.findall(path.read_text(encoding="utf-8"))
    }
    assert len(steps) > 40
    assert steps - set(SAID) == set()
