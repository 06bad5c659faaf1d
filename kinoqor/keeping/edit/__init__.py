"""The desk of one card: add, correct and withdraw what is said of it, each with its source and its reason.

Words: card desk, correct (a new claim that leads), presence (who else is at the card now).
Neighbours: states claims of the register as a person; the public's corrections above use its forms.
"""
