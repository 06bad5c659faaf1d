"""Decisions on state support as they were published, with what became of each.

Words: decision, applicant, sum, stage (how far a project can be followed).
Neighbours: reads cards of decisions and the films they led to; nobody asks it.
"""
