"""The played demonstration goes on: bodies, conflicts, a draw, reviews, an opening, reasons; all of it invented.

Words: rehearsal (the part of the demonstration that is judged).
Neighbours: above everything of its floor; the files are those of `funding.demonstration`.
"""
