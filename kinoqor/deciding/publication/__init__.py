"""The result of a stage as the public sees it, after its moment: the list, the reasons, the departures, letters to all.

Words: publication, embargo, outcome.
Neighbours: `order` or a vote of `session` is what it publishes; `recheck` is what may follow.
"""
