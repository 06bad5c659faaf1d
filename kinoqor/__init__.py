"""Kinoqor: one open system in which a country's cinema is known, funded, seen and measured.

Floors, from the ground up: kit, ui, ledger, accounts, register, portal. A floor uses those below it, never above.
"""
