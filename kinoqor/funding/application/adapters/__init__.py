"""What is made of an application's records for others: its frozen text, its open points."""
