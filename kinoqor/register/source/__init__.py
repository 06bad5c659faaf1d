"""Where something is said: a page, a law, a data file, a memory; each a record of its own.

Words: source, kind of source, reliability, house (the independent voice behind an address).
Neighbours: claims point here; every card shows its sources from here.
"""
