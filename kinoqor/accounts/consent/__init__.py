"""What people agree to, what is kept about them, and how it is taken out again.

Words: consent (to a text of the pack, by its digest), export, erasure.
Neighbours: rests on users, seats and letters; the deeds that an erased person did stay whole by their number.
"""
