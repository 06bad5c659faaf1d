"""The deeds page: who did what, when, in which seat and why, for those who may see it; and the same as a file.

Words: journal, deed, part (what a deed did in its course), line (a deed in words).
Neighbours: reads the ledger's journal; every deed brings its own words; its records stand in rooms below.
"""
