"""The desk: what waits for whoever signs in, by the hat that is on; asked at every look, never stored.

Words: tray (one kind of thing that may wait, with its number and its first rows), hat.
Neighbours: asks the rooms below what is open; each room keeps the pages on which the work is done.
"""
