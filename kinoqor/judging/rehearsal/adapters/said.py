"""What an invented expert says of a file that lies in the house."""

from kinoqor.funding.application.models import Application
from kinoqor.funding.call.queries import terms_of
from kinoqor.judging.rehearsal import rules
from kinoqor.judging.rehearsal.rules import Expert, Script
from kinoqor.judging.review.words import Given


def given(script: Script, expert: Expert, of: Application) -> Given:
    """What an expert says of a file."""
    scales = {
        each.code: (each.lowest, each.highest)
        for each in terms_of(of.version).criteria
        if each.lowest is not None and each.highest is not None
    }
    seed = of.titles.get("kk", of.name)
    marks = rules.marks(expert, seed, scales)
    lang = rules.language(expert, of.language)
    levels = {code: rules.level(mark, *scales[code]) for code, mark in marks.items()}
    said = f"{seed} {expert.code}"
    return Given(
        marks, rules.reasons(script, levels, said, lang), rules.for_council(script, said, lang), lang
    )
