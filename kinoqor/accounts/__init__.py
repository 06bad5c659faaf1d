"""Who acts: users and how they sign in; seats, roles and consent come with the next step.

Words: user, sign-in.
Neighbours: stands on the ledger, where the journal keeps what a user did.
"""
