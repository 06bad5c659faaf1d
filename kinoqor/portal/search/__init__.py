"""One box over films, people and organisations, in any script and spelling.

Words: query, answer.
Neighbours: asks the register's spellings what answers; shows each answer with its card.
"""
