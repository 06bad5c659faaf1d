"""A call: who may apply for what, until when, with which papers, and how it is judged; all of it data, none of it code.

Words: version (published once, never changed), terms (what a version says, read), stream (purpose) and kind (form) as
two axes, stage, window, paper, condition (of the applicant), check (of the officer), reason (of a refusal), happening.
Neighbours: stands on the programme's parameters and calendar; forms are named by code; applications name their version.
"""
