"""The card: what is shown of a subject, settled from its claims by a pure rule and rebuilt at will.

Words: card, facet, shown title, sureness.
Neighbours: reads claims; films, people, organisations and events are read from cards.
"""
