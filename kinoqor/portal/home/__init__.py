"""The first page: one search box, the century of a cinema, and what the register knows, each number leading to its rows.

Words: century, mark, shelf.
Neighbours: asks the register's cards and the country pack; nobody asks it.
"""
