"""One box over films, people and organisations, in any script and spelling.

Words: spelling (one way a subject's name is written), gram (three letters of it), asked, hit.
Neighbours: reads names from the claims and years from the cards of the register; rebuilt after settling.
"""
