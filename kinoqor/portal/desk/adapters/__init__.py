"""What waits, as trays."""
