"""Filing: what is still open, the frozen text with its digest, the receipt, and what is written after it.

Words: filing (a frozen state of an application), snapshot, digest, receipt.
Neighbours: stands on the application; the formal check judges filings, complaints name them.
"""
