"""What stands between the records of a round and its law, and between the law and a page."""
