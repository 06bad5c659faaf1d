"""A series: one change made to many records at once, shown before it is made, undone as a whole.

Words: series, change (what is said, replaced or withdrawn), left (a record that the change passes by, with the reason).
Neighbours: takes the records of the queue or those picked there; writes with the hand of the card desk.
"""
