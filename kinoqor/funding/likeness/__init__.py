"""Applications that look like the same script, film or company, across calls, years, scripts and spellings.

Words: trace (what of an application is compared), mark (by which traces are found), like (another application with why).
Neighbours: reads applications and what was filed; officers see it beside the formal check. Nothing is ever decided here.
"""
