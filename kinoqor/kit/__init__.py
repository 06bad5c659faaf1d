"""Plain tools that know nothing of films: verdicts, names, folding, order, dates, money, tables.

Words: verdict, moment, spelling, sort key.
Neighbours: everything stands on this floor; it stands on nothing of ours.
"""
