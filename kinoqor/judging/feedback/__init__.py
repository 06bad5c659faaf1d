"""The written reasons that every applicant gets, from the reviews, checked by an officer, in their language.

Words: feedback (of one application), piece (one reader on one criterion), finding (a name, an insult).
Neighbours: above the reviews, whose words it takes; readers' names never leave.
"""
