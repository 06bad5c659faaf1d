"""What a pack says of its demonstration, and what is filled in of it."""
