"""The formal check: what the machine finds in a filed application, what an officer judges, and what follows from it.

Words: finding (the machine's), judgement (the officer's), notice (of faults, with a term for repair), refusal, admission.
Neighbours: reads calls and applications below it and moves an application on; complaints stand above it.
"""
