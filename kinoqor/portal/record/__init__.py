"""The public record as files for anyone, with every published round beside it, and the program that checks both.

Words: checkpoint, tile, proof, round (the documents of one stage of a call), verifier, audit.
Neighbours: asks the log of the ledger and the rooms whose decisions are published; nobody asks it.
"""
