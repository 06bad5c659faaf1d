"""The law of the assignment: what is open to a file, the best plan, the draw, the proof, the bottleneck, what changes
later.

Only `fitting`, `drawing`, `bottleneck` and `again` need the solver; `proof` and `choice` check without it.
"""
