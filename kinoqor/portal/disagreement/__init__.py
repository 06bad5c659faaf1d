"""Where sources contradict one another: every disputed fact of every card, its voices side by side.

Words: disagreement, voice, leader.
Neighbours: reads cards through their faces; nobody asks it.
"""
