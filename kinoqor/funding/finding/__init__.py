"""What the machine finds in a filed application: plain values in, full sentences with their clause out; it never decides.

Words: finding (a fault, in order, or not to be told by the machine), machine (one kind of look).
Neighbours: reads what an application has frozen; the check shows its findings before the officer judges.
"""
