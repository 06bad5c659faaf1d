"""What is made of orders for others, and of what others send: papers, signatures, pages."""
