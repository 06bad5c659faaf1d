"""Which reader reads which file: the best fit that the limits allow, drawn so that nobody can arrange to judge a friend.

Words: fit (how well a reader suits a file, a whole number), plan (who reads what), price (of a reader's time), proof.
Neighbours: knows nothing of applications and people, only their codes; whoever holds a panel asks it and keeps the
answer.
"""
