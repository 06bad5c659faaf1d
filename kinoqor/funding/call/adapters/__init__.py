"""Outside formats of the room: the document of a call, and the pack's folder of calls."""
