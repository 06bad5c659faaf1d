"""Pairs as a page shows them."""
