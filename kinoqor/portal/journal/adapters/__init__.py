"""Deeds in words, and as rows of a file."""
