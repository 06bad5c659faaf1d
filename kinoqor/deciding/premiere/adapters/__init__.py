"""What the premiere reads from the pack, and its steps: `hall`, `council`, `ordered`; `cast` says who plays."""
