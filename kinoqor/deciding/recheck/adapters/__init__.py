"""A re-check and the world outside: the case with what is changed, where it is reckoned."""
