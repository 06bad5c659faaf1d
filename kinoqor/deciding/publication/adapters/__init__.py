"""A publication from the order or the vote to what everybody reads."""
