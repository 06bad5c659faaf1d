"""A seat with a term: who may act as what, in which organisation, by which act, from when to when.

Words: role, seat, term, appointing act, hat (the seat that one acts in now).
Neighbours: holds users and organisations together; every room above asks `Who` asks, and what they hold.
"""
