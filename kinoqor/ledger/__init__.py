"""The memory: the journal of deeds; later the book of money, letters, papers, numbers and the public log.

Words: deed.
Neighbours: stands on kit and ui; every writer above leaves its line here.
"""
