"""What the columns of a table mean, guessed from how they are headed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from django.utils.translation import override

from kinoqor.keeping.load.words import CURRENCY, LANGUAGES, NOTE, REF, SOURCE, Meaning, meanings
from kinoqor.kit.fold import fold
from kinoqor.ui import pack

# How the headings of tables are written, beside the labels of the properties themselves.
HEADINGS: dict[str, tuple[str, ...]] = {
    REF: ("number", "no", "id", "kinoqor", "номер", "№", "нөмір", "нөмірі", "номер в реестре", "тізілімдегі нөмірі"),
    SOURCE: ("source", "sources", "reference", "источник", "источники", "дереккөз", "дереккөзі", "ссылка"),
    NOTE: ("note", "notes", "remark", "comment", "примечание", "комментарий", "ескерту", "ескертпе", "түсініктеме"),
    CURRENCY: ("currency", "валюта", "ақша бірлігі"),
    "title.kk": ("kazakh title", "title kk", "title in kazakh", "название на казахском", "казахское название", "атауы",
                 "қазақша атауы", "фильм атауы", "атауы қазақша"),
    "title.ru": ("russian title", "title ru", "title in russian", "название", "название фильма", "название на русском",
                 "русское название", "орысша атауы", "фильм", "наименование"),
    "title.en": ("english title", "title en", "title", "title in english", "film", "film title", "название на английском",
                 "английское название", "ағылшынша атауы"),
    "name.kk": ("kazakh name", "name kk", "name in kazakh", "имя на казахском", "аты", "аты-жөні", "қазақша аты",
                "ұйым атауы", "атауы"),
    "name.ru": ("russian name", "name ru", "name in russian", "имя", "фио", "ф.и.о.", "имя на русском", "орысша аты",
                "название", "наименование"),
    "name.en": ("english name", "name en", "name", "full name", "name in english", "имя на английском", "ағылшынша аты"),
    "synopsis.kk": ("synopsis kk", "аннотация на казахском", "қысқаша мазмұны", "аңдатпа"),
    "synopsis.ru": ("synopsis ru", "аннотация", "синопсис", "краткое содержание", "орысша аңдатпа"),
    "synopsis.en": ("synopsis", "synopsis en", "summary", "plot"),
    "year": ("year of release", "release year", "production year", "год выпуска", "год производства", "год создания",
             "шыққан жылы", "жыл", "шығарылған жылы"),
    "kind": ("type", "вид", "вид фильма", "түрі", "тип"),
    "genre": ("genres", "жанры", "жанр", "жанры"),
    "runtime": ("duration", "length", "minutes", "min", "хронометраж", "длительность", "продолжительность", "мин",
                "ұзақтығы", "минут"),
    "colour": ("color", "цветность", "түсі", "түс"),
    "language": ("language of the film", "язык", "язык фильма", "тілі"),
    "country": ("countries", "country of production", "страны", "страна производства", "елі", "ел"),
    "studio": ("studio", "production company", "company", "студия", "киностудия", "производство", "производитель"),
    "credit.director": ("directed by", "режиссер-постановщик", "реж", "қоюшы режиссер"),
    "credit.screenwriter": ("writer", "script", "screenplay", "сценарист", "сценарий"),
    "credit.cinematographer": ("camera", "operator", "оператор-постановщик", "қоюшы оператор"),
    "credit.production_designer": ("art director", "художник", "суретші", "қоюшы суретші"),
    "credit.composer": ("music", "музыка", "музыкасы"),
    "credit.editor": ("editing", "монтаж", "режиссер монтажа"),
    "credit.producer": ("producers", "продюсеры"),
    "credit.actor": ("actors", "cast", "starring", "актеры", "в ролях", "рөлдерде", "актерлер"),
    "first_shown": ("premiere", "release date", "премьера", "дата премьеры", "тұсаукесері"),
    "budget": ("cost", "бюджет", "стоимость"),
    "box_office": ("gross", "сборы", "кассовые сборы", "кассасы"),
    "imdb": ("imdb", "imdb id"), "wikidata": ("wikidata", "wikidata id"), "kinopoisk": ("kinopoisk", "кинопоиск"),
    "birth": ("date of birth", "birth date", "birth year", "дата рождения", "год рождения", "туған күні", "туған жылы"),
    "death": ("date of death", "death date", "дата смерти", "год смерти", "қайтыс болған күні", "қайтыс болған жылы"),
    "occupation": ("profession", "professions", "occupations", "профессия", "мамандығы", "кәсібі"),
    "org_kind": ("kind", "type", "вид", "тип", "түрі"),
    "founded": ("year founded", "foundation", "основана", "год основания", "құрылған жылы", "ашылған жылы"),
    "closed": ("year closed", "закрыта", "год закрытия", "жабылған жылы"),
}  # fmt: skip


def guess(kind: str, headings: Iterable[str], remembered: Mapping[str, str]) -> list[str]:
    """The code of each column's meaning, "" where it cannot be told.

    What the same sender meant before (`remembered`: folded heading -> code) goes before how such a heading is usually
    written; of two columns that could mean what only one can, the first does.
    """
    offered, usual = meanings(kind), _usual(kind)
    found: list[str] = []
    for heading in headings:
        key = fold(heading)
        code = remembered.get(key, usual.get(key, "")) if key else ""
        taken = code in found and offered[code].one if code in offered else True
        found.append("" if taken else code)
    return found


@cache
def _usual(kind: str) -> dict[str, str]:
    """Folded heading -> code: labels and codes of the properties in all languages, then the list above."""
    found: dict[str, str] = {}
    for code, meaning in meanings(kind).items():
        for spelling in (*HEADINGS.get(code, ()), *_labels(meaning)):
            found.setdefault(fold(spelling), code)
    return found


def _labels(meaning: Meaning) -> Sequence[str]:
    labels = [meaning.code, meaning.code.replace(".", " ")]
    for lang in LANGUAGES:
        with override(lang):
            labels.append(shown(meaning))
    return labels


def shown(meaning: Meaning) -> str:
    """What a column can mean in the words of the page: "Title, Kazakh"."""
    label = str(meaning.label)
    return f"{label}, {pack.label('languages', meaning.lang)}" if meaning.lang else label
