"""A complaint against a refusal: it has a clock of its own, and somebody else than the refuser answers it.

Words: complaint, answer (upheld: the file goes back to the check; rejected: the refusal stands, with reasons).
Neighbours: above the check, whose refusal it is about.
"""
