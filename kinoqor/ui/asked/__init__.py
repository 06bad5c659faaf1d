"""How a form of questions looks: its groups as field sets, its answers as lists of facts, its faults as a summary.

Words: box (a question on the page), set (a group), row.
Neighbours: shows what the engine of questions (kit) has read; pages use it by the tags of `{% load asked %}`.
"""
