"""The words of a paper that came from outside: PDF and DOCX read to plain text within bounds of pages, signs and seconds.

It is opened by a program of its own (child.py) whose memory and time end with it, so that no paper holds up a worker.
"""
