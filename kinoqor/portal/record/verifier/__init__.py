"""The sections of `kinoqor-verify`, the one file with which anybody checks the public record without trusting the fund.

They import nothing of the house but each other: `adapters/verifier.py` joins them, in the order of `SECTIONS`, into one
Python file that needs `cryptography` and nothing else. What the house counts is counted here once more, by itself, so
that a mistake of the one is found by the other. Names are unique over all sections: the joined file is one module.
"""

SECTIONS = (
    "tongues", "counting", "telling", "tree", "places", "record", "chance", "lists", "prices", "rings", "draws", "marks",
    "scores", "sharing", "lining", "lots", "solving", "lists_of_money", "orders", "results", "rounds", "main",
)  # fmt: skip
