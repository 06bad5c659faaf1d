"""The law of the pitching: the programme and its changes, who is told, who came, who marks, and what the marks come to.

Only `fitting`, `planning` and `moving` need a solver; `checking` looks a programme over without one.
"""
