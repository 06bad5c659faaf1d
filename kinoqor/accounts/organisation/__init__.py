"""A body in which people sit: the fund, a producer's company, a cinema, an archive.

Words: organisation, kind, number (of its registration).
Neighbours: users below it; seats above are held in one. Its record in the register is known by reference only.
"""
