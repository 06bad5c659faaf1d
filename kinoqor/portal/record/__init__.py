"""The public record as files for anyone: checkpoint, tiles, leaves and proofs.

Words: checkpoint, tile, proof.
Neighbours: asks the log of the ledger; nobody asks it.
"""
