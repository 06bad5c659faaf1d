"""What identity does for the outside: addresses that were given out stay good for ever."""
