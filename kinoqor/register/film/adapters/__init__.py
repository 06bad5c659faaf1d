"""A film in the forms that others read."""
