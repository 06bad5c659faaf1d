"""The memory: the journal of deeds; letters, files, papers and the public record; later the book of money and numbers.

Words: deed.
Neighbours: stands on kit and ui; every writer above leaves its line here.
"""
