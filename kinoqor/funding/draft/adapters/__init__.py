"""Entries of a draft as the page asks for them and shows them."""
