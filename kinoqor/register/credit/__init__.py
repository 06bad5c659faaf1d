"""Who did what in a film: settled from claims, read from the film's side and from the person's.

Words: credit, role, character.
Neighbours: stands on cards; film and person pages read it.
"""
