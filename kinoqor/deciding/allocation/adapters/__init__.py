"""An allocation and the world outside: what its case is made of, where it is reckoned, where lots come from."""
