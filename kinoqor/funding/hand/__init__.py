"""Several people at one file: who may read it, write in it, or act for it, and who is invited to.

Words: hand (a person with a right on a file), right, invitation (a private address that waits to be taken).
Neighbours: knows a file only by its name ("application:12"); applications ask it for the rights of a reader.
"""
