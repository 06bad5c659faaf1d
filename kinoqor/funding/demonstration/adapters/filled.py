"""What an invented company and an invented file answer: by the codes of the questions of the pack's forms."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from kinoqor.funding.demonstration.rules import Company, File, Script, texts
from kinoqor.funding.estimate.rules import reckon, to_cover
from kinoqor.funding.estimate.words import Item, Norms, Proof, Source, Span, Whose

MINOR = 100  # minor units in a whole one


def company_values(script: Script, of: Company, day: date) -> dict[str, Any]:
    """The company file."""
    name, _citizen = script.people[of.director]
    return {
        "form": "company", "bin": of.number, "name_kk": of.name["kk"], "name_ru": of.name["ru"],
        "name_en": of.name["en"], "registered": "2020-01-06", "country": script.people[of.director][1],
        "address": f"{script.said('address', of.language)}, {of.code[1:]}", "activity": of.activity,
        "tax_date": str(day - timedelta(days=12)), "tax_debt": of.tax_debt * MINOR, "bankrupt": False, "vat": True,
        "iban": of.account, "bank_name": script.said("bank", of.language), "director_name": name,
        "director_iin": of.director_number, "director_post": script.said("director_post", of.language),
        "director_ground": script.said("director_ground", of.language), "email": of.email, "phone": "+77000000000",
    }  # fmt: skip


def values(script: Script, file: File, day: date, themes: Any, codes: Iterable[str]) -> dict[str, Any]:
    """The answers of a file to the questions `codes` of a stage, whichever of them the form asks."""
    draw, lang = Random(f"answers {file.seed}"), file.language
    full = file.kind.endswith("full")
    first = day + timedelta(days=draw.randint(150, 260))
    author = script.people[draw.choice(list(script.people))][0]
    rights = {
        "work": "script", "author": author, "contract": f"{script.said('contract', lang)} {draw.randint(1, 90)}",
        "signed": str(day - timedelta(days=draw.randint(200, 500))), "until": str(day + timedelta(days=3600)),
        "territory": script.said("territory", lang), "exclusive": True,
    }  # fmt: skip
    works = {"whose": "director", "title": draw.choice(script.scenes["title"])[lang], "year": 2023}
    found = {
        **{f"title_{each}": title for each, title in file.titles.items()}, **texts(script, file),
        "minutes": draw.randint(75, 115) if full else draw.randint(12, 38),
        "languages": ["kk", "ru"] if lang == "ru" else ["kk"], "themes": [draw.choice(themes)] if themes else [],
        "age": draw.choice(("6+", "12+", "14+", "16+")), "rights": [rights], "linked": False, "broadcast": True,
        "true": "yes", "joint": False, "shooting": str(first), "shooting_end": str(first + timedelta(days=45)),
        "delivery": str(first + timedelta(days=330)), "cinema": full, "record": [works],
        "release_day": str(first + timedelta(days=400)), "distributor": script.said("distributor", lang),
        **{each: script.said(each, lang) for each in ("places", "technique", "audience", "marketing", "elsewhere")},
    }  # fmt: skip
    return {code: found[code] for code in codes if code in found}


def estimate(script: Script, file: File, norms: Norms) -> tuple[list[Item], list[Source], list[Span]]:
    """The lines, the plan and the schedule of an invented film; the plan covers the estimate to the last unit."""
    draw, lang, words = Random(f"estimate {file.code}"), file.language, script.words
    total = int(words["totals"][file.kind] * draw.uniform(0.8, 1.1)) * MINOR
    unit = script.said("unit", lang)
    items = [
        Item(each["chapter"], each["name"][lang], unit, Decimal(1), total * each["share"] // 100)
        for each in words["items"]
    ]
    first = norms.day + timedelta(days=60)
    spans = [
        Span(each.code, first + timedelta(days=90 * place), first + timedelta(days=90 * place + 80))
        for place, each in enumerate(norms.phases)
    ]
    due = to_cover(reckon(items, spans, norms).total, norms)
    asked = min(due * words["shares"]["asked"] // 100, norms.most_asked or due)
    own = due * words["shares"]["own"] // 100
    plan = [
        Source(Whose.ASKED, script.said("asked", lang), asked),
        Source(Whose.OWN, script.said("own", lang), own, Proof.PAID),
        Source(Whose.PARTNER, script.said("partner", lang), due - asked - own, Proof.LETTER),
    ]
    return items, plan, spans
