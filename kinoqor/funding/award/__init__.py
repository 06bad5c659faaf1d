"""How a call turns what was read into awards: the pitching, the vote, the quotas and limits of the money, the lots.

Words: award, pitching, voting, purse, quota, lots. Plain values that a call fixes before anybody reads.
Neighbours: `manner` says how a stage is read; the floor `deciding` does what is said here.
"""
