"""Conflicts of interest: who may not judge, read or see a file, why, who says so, and what was decided.

Words: conflict (one person and one file), voice (who says so), grade (barred or warned), key (which one it is).
Neighbours: knows a file only by its name ("application:12"); applications ask it what is shut to a reader.
"""
