"""How films reach those who see them: releases and platforms, co-productions; festivals and delivery come later.

Words: release, platform, partner country.
Neighbours: asks the register, which keeps the facts; the portal shows it.
"""
