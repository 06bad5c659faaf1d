"""The reading room: what a reader says of a file, kept from the first letter, sealed until the panel opens all together.

Words: review, mark, seal (handed in), opening (all reviews of a stage at once).
Neighbours: above the assignment, which says who reads what; scores are made of what was opened.
"""
