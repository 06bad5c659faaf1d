"""The index of three-letter pieces, as each database keeps it."""
