"""The played demonstration goes on to its end: pitching, list, council, commission, order, publication.

Words: premiere (the part of the demonstration that is decided).
Neighbours: above everything of its floor; who reads and what is read are those of `judging.rehearsal`.
"""
