"""How complete a record is, and what it lacks: the published rule of the levels, asked at settling.

Words: level (minimum, core, full), lack (one thing that is not known or not sure), asked (what a level asks for).
Neighbours: reads claims and rulings as plain values; cards keep the answer, so that a million of them can be counted.
"""
