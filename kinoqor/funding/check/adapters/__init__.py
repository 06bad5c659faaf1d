"""What the pages of the check show."""
