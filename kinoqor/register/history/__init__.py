"""Who said what and when: every claim of a subject, its card on an earlier day, what one source says.

Words: testimony, standing and withdrawn claims, the card on a day.
Neighbours: reads claims, sources and cards, and shows them side by side; nobody asks it.
"""
