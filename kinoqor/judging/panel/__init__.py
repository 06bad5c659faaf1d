"""The bodies that judge and decide: who sits on them by which act, who may not, and whether they may vote.

Words: body (council, section, commission), member, bar (why somebody may not sit), photograph (who sat at a vote).
Neighbours: below conflicts, which are between one member and one file; here it is the member and the body.
"""
