"""A person in the forms of others: schema.org, JSON and a table."""
