"""Studios, companies, platforms, state bodies, festivals: who made, showed and judged the films.

Words: organisation, name in time (what it was called from when to when), beginning, festival (films were there).
Neighbours: cards, credits and awards below; film pages lead here.
"""
