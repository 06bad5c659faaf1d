"""About the data: how a card is settled, what is missing, what may be done with it, and where to take all of it.

Words: gap, download, load, sitemap.
Neighbours: asks the register, the journal and the country pack; nobody asks it.
"""
