"""Outside formats of the room: the files of a pack."""
