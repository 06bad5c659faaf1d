"""Formats in which an estimate comes and goes."""
