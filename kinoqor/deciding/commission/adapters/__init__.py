"""What is made of rulings for their pages."""
