"""A small pack of invented films, written into a folder, to be spoiled by a test in one place."""

from pathlib import Path

FILES = {
    "pack.toml": 'ref = "zz"\ncurrency = "XTS"\nessay = ""\n',
    "fields.toml": (
        'conflict = [{ entity = "film", field = "year", property = "year" }]\n'
        'unverified = [{ table = "films", field = "title_ru", property = "title", lang = "ru" }]\n'
    ),
    "sources.toml": 'host = [{ match = "law.example", kind = "official", title = "The law" }]\n',
    "data/organisations.csv": (
        "id,name_kk,name_ru,name_en,kind,founded,closed,country,source\n"
        "o901,Үлгі студиясы,,Sample Studio,studio,1950,,ZZ,https://law.example/1\n"
    ),
    "data/people.csv": (
        "id,name_kk,name_ru,name_en,other_spellings,birth_year,death_year,roles,wikidata,source\n"
        "p901,Үлгібек Сынақов,,Ulgibek Synaqov,Ulgybek;Ulgibeck,1901,1970,director,,https://a.example/p\n"
    ),
    "data/films.csv": (
        "id,title_kk,title_ru,title_en,title_latin,year,kind,genres,runtime_min,color,languages,countries,studio_ids,"
        "synopsis_en,wikidata,imdb,source,confidence\n"
        "f901,Жол,,The Road,,1955,feature,drama;war,80,,kk,ZZ,o901,A road.,,,https://a.example/f ; https://law.example/f,high\n"
        "f902,,Дом,The House,,1960,short,,,,,ZZ,,,,,https://b.example/f ; memory:unverified(year),low\n"
    ),
    "data/credits.csv": "film_id,person_id,role,character,source\nf901,p901,director,,https://a.example/f\n",
    "data/conflicts.csv": (
        "id,entity_type,entity_id,field,value_a,source_a,value_b,source_b\n"
        "c901,film,f901,year,1955,https://law.example/f,1956 (release),https://a.example/f\n"
    ),
    "data/unverified.csv": (
        "table,entity_id,field,value,source,confidence\nfilms,f901,title_ru,Дорога,memory:unverified,low\n"
    ),
}


def write(folder: Path, **spoilt: str | bytes) -> Path:
    """The pack in `folder`; a keyword such as films="..." replaces data/films.csv, bytes as they are."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, content in spoilt.items():
        path = folder / "data" / f"{name}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def films(*change: tuple[str, str]) -> str:
    """The text of films.csv with pieces replaced; each piece must be there."""
    text = FILES["data/films.csv"]
    for old, new in change:
        assert old in text
        text = text.replace(old, new)
    return text
