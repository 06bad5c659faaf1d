"""How the qualifiers of a claim are said: which name a code of a list, and which are for machines only."""

# Qualifier -> the controlled list of the pack that names its codes.
LISTED: dict[str, str] = {"role": "roles", "result": "award_results", "type": "release_types"}
# Qualifiers said as they are, in this order.
PLAIN = ("character", "award", "section", "edition", "venue")
# Qualifiers that are partial dates.
DATED = ("date", "year", "from", "to")
