"""A played demonstration: invented applications of invented companies, in every state, made by the real actions.

Everything that is invented stands in the pack; every page on which any of it is shown says so. Words: a script (what the
pack says), a file (one invented application), its way (the steps that it goes).

Stands on all rooms of the floor; nothing stands on it but the command that plays it.
"""
