"""The journal: one line for each deed, who did what to which subject and when; never changed, never removed.

Words: deed, doer, subject.
Neighbours: below every room that writes; its lines are shown by the pages above.
"""
