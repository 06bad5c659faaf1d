"""Records that may be one and the same: found by their names, years and credits, shown with why, judged by people.

Words: pair, sign (what makes two look alike), judgement.
Neighbours: reads the register's spellings and credits; judges through register.identity; the desk's queue stands above.
"""
