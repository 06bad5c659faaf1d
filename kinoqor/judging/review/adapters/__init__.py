"""What is made of readings and reviews for others: their pages, the papers that are read, what a form has sent."""
