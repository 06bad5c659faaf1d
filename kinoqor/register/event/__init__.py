"""What happened: awards and selections, releases, decisions on support, the events of the industry.

Words: award, selection, release, territory, venue, decision, event.
Neighbours: stands on cards and credits; the timeline, festival, release and support pages read it.
"""
