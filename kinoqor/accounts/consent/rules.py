"""How a text that somebody agreed to is known again. Pure."""

import hashlib


def digest(text: str) -> str:
    """SHA-256 of a text: what proves later to which one somebody agreed."""
    return hashlib.sha256(text.encode()).hexdigest()
