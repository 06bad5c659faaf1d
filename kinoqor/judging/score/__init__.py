"""What the marks of the readers come to: the mark of a read, the strictness of a reader, the score of a film, the list.

Words: mark (one reader, film, criterion), read (one reader's marks of a film as one mark), strictness, pull, score, line.
Neighbours: criteria come from the call; who reads what is the assignment's; nothing is kept here, it is law alone.
"""
