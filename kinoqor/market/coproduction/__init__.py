"""Films made together with other countries, by partner.

Words: home country, partner, co-production.
Neighbours: reads cards of films by their countries; nobody asks it.
"""
