"""The file that an applicant puts together and hands in: answers, crew, papers, and what was frozen when it was filed.

Words: application, stage, hand (a person with a right on it), part, filing (a frozen state with its digest), repair.
Neighbours: stands on calls, questions, the company file and the estimate; the formal check and complaints stand on it.
"""
