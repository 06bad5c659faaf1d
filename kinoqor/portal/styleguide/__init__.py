"""Style guide: every component of the house, in the three languages side by side, with invented but likely
words.

Its words: sample (all texts of one language). Neighbours: `ui`, whose components it shows; nobody asks it.
"""
