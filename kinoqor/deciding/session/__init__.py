"""A body in session: its agenda, who is there, what is put to the vote, and what came of it.

Words: sitting, point of the agenda, presence, vote, quorum.
Neighbours: `judging.panel` holds the law of votes and photographs; `allocation` is what is mostly voted on.
"""
