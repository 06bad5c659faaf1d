"""An organisation in the forms of others: schema.org, JSON, a table, the parts of a page."""
