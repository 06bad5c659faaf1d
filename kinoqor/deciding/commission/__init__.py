"""What the commission says of each film of the adopted list: approved, cut, refused or returned, with reason and clause.

Words: ruling, cut.
Neighbours: `session` where it votes; `order` takes what was approved.
"""
