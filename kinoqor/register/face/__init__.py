"""The face of a card: its facts as a reader sees them, in words of the reader's language, each with its sources.

Words: face, cite, dispute.
Neighbours: reads cards and sources; every page of the register shows cards through it.
"""
