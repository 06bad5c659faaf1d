"""What comes in and goes out of the builder in a shape of its own."""
