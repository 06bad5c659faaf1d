"""The archivist's intake: a table that somebody keeps becomes claims, once a person has seen row by row what it would do.

Words: load (a file on its way in), sender, column and its meaning, dry run, outcome, decision, rows that come back.
Neighbours: reads a row by the law of the card desk; what it states are claims like any other, and is taken back whole.
"""
