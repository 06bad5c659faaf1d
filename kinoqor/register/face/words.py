"""Which controlled list of the pack names the codes of a property, and the unit a number is said in."""

LISTS: dict[str, str] = {
    "kind": "film_kinds",
    "genre": "genres",
    "colour": "colours",
    "language": "languages",
    "country": "territories",
    "occupation": "occupations",
    "org_kind": "org_kinds",
    "event_kind": "event_kinds",
    "category": "support_categories",
    "confidence": "confidence",
}
