"""The queue: which records need work and what each of them needs, asked whenever the page is opened and never kept.

Words: gap (a lack of the register's levels, or a possible duplicate), wanted (what a cataloguer asks the queue for).
Neighbours: leads to the desks of cards; asks the room of twins for possible duplicates; a series changes what it lists.
"""
