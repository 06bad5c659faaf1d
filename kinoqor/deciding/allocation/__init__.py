"""Who gets what: the ranked list under envelopes and quotas, chosen exactly, with each film's reason.

Words: case (what is frozen), cut-off, reason, price of a departure, lots.
Neighbours: points come from `judging.score` and `pitching`; `session` votes on the list; `order` takes it over.
"""
