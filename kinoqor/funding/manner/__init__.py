"""The manner in which the files of a stage are judged: how many read each, how they are drawn, what the marks come to.

Words: criterion (by what is judged), anchor (what a mark means), manner (of one stage), section, admission, tie.
Neighbours: a call holds at most one manner for each of its stages; conflicts, assignments and scores are made by it.
"""
