"""A person's own page: who they are here, which seat they act in, what is kept about them, and the way out.

Words: account, hat, export, erasure.
Neighbours: on top of the floor; gathers what every room below keeps about one person.
"""
