"""The defence of films before the council: who comes when, who is told, who was there, what was marked.

Words: plan, slot, absence, contact, sheet (a member's marks), shown out.
Neighbours: `judging.panel` says who sits there; `allocation` takes the marks into a film's points.
"""
