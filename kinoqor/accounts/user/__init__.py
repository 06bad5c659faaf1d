"""A person with an account: known by an e-mail address, called by a name.

Words: user.
Neighbours: the ledger below keeps deeds by a user's number; every floor above asks who acts.
"""
