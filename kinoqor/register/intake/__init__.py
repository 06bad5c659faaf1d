"""How claims come in from files: read, check, compare with what stands, say what is new, then state it.

Words: statement, load, new, changed, withdrawn, doubtful, refused.
Neighbours: the top of the register; writes through the rooms below it only.
"""
