"""What the public proposes: a fact with its source that waits, unseen, until a cataloguer accepts or refuses it.

Words: proposal, proposer, receipt (the private address at which its fate can be read), answer.
Neighbours: uses the forms of the card desk; an accepted proposal is a claim like any other.
"""
