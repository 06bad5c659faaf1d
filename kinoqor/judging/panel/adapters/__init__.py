"""Bodies as their pages show them."""
