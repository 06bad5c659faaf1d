"""A programme: the act and the fund under which calls are made, its parameters by date, and the days that are worked.

Words: programme, parameter (a number that the law sets anew from time to time), calendar, unverified.
Neighbours: nothing of this floor below it; calls take their parameters and their terms of days from here.
"""
