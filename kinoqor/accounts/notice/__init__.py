"""What people are told, how and how often: at once, in one daily letter, or only on their page of letters.

Words: notice (a kind of letter), manner (at once, daily, here only).
Neighbours: writes through the ledger's letters, which know no people; rooms above tell people something here.
"""
