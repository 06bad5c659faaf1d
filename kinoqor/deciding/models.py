"""The floor's face to Django: the records of its rooms."""
