"""A draw and the world outside: what it is made of, where chance comes from, how it is checked."""
