"""How the names of films, people and organisations may be written, so that any of it is found.

Words: spelling (one way a subject's name is written), gram (three letters of it), asked, hit.
Neighbours: reads names from the claims and years from the cards; written at settling; the page of search asks it.
"""
