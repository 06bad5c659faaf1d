"""The law of the allocation: the order, the limits, the justice rule, the exact choice, rest and lots, lines, reasons.

Only `choosing`, `clashing` and `would` need the solver; `checking` and all that it asks count with whole numbers alone.
"""
