"""What the sign-in library asks of this house."""
