"""A draft of a call as its officers write it: list by list, entry by entry, each field in the reader's languages.

Words: list (papers, criteria, conditions, checks), entry (one line of a list), key (by which an entry is found), seen
(the print of an entry as its page showed it, by which two officers do not undo each other's work).
Neighbours: stands on the calls, whose law judges every change; knows what the machine can look at; nobody stands on it.
"""
