"""Papers: what the house gives out as a numbered PDF, kept as it was given out, so that anyone who holds it can check it.

Words: paper, number, digest (the SHA-256 of the PDF), facts (what it says, as plain values).
Neighbours: rests on deeds, and on the files' keepers for who may open one; letters above and rooms above give them out.
"""
