"""What is made of a filing for others: its canonical text, the facts of its receipt, what it tells the register."""
