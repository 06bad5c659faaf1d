"""A claim: who says what of which subject. Claims are added and withdrawn, never changed, never removed.

Words: claim, property, value, rank, voice (all claims that say the same), ruling (which voice leads and why).
Neighbours: stands on subjects and sources; cards are settled from claims.
"""
