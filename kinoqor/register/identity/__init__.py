"""Whether two subjects are one: same, not same or unsure, judged by somebody with a reason, and taken back if wrong.

Words: judgement, cluster (subjects judged to be the same), leader (the one whose number the cluster is shown under).
Neighbours: above claims, which stay with the subject of which they were made; cards below are settled for the leader.
"""
