"""The hall between the records and the law, and what its pages show."""
