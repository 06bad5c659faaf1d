"""Letters: what the house has written to someone, in the deed's own transaction, kept as evidence and then sent.

Words: letter, receiver, sending (where a letter is on its way), outbox.
Neighbours: rests on the deed that wrote it; knows receivers by voice only; the accounts above know their addresses.
"""
