"""What stands between the room and its pages, papers and neighbours."""
