"""The order: the list as it is signed, its papers, its signature.

Words: order, statement (what is signed), signature.
Neighbours: `commission` says what may stand in it; `publication` makes it known.
"""
