"""The people of the register: who they are, what they made, with whom.

Words: person, career (the films of a person), fellow (someone who made films with a person).
Neighbours: cards and faces below, credits and awards below; film pages lead here.
"""
