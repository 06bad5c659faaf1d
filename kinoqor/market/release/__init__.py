"""Where films were shown: in which territory, by whom, when, how, and what they earned.

Words: release, territory, venue, platform, box office.
Neighbours: reads the releases settled by the room of events and the cards of films; nobody asks it.
"""
