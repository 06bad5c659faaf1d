"""Series as pages show them."""
