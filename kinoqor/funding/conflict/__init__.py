"""A conflict of interest between somebody who judges and a file: found, declared or reported, and what it shuts.

Words: tie (what connects two people), conflict (grade, kind, evidence as a path), density (how much is shut).
Neighbours: below the assignment, which keeps to it; the credits and seats that it is computed from come from below.
"""
