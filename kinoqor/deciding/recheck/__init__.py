"""What comes after a decision: objections, re-checks with other settings, the annulment of a round and its re-run.

Words: objection, re-check, difference, annulment.
Neighbours: `funding.call` annuls and repeats; `allocation` computes once more.
"""
