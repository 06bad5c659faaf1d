"""Pages that show more than one floor: home, search, open data, the style guide.

Words: page, search, open data.
Neighbours: the roof; it asks every floor below and is asked by none.
"""
