"""A person whom the register does not know and whom an applicant proposes to it: unseen until a cataloguer takes them.

Words: newcomer, company (for whose application), look-alike, taken, the same (as somebody known), refused, taken back.
Neighbours: a newcomer is a subject with claims that wait; look-alikes are found as twins are; applications name them.
"""
