"""Drawings of our own, all of a disc and a line. Pure functions: numbers and escaped words in, SVG out.

Colours are classes of the style sheets, so dark and print follow. Words come translated. Each drawing that must be read
aloud takes `said`; the others only repeat what stands beside them.
"""

from kinoqor.ui.drawing.plate import plate
from kinoqor.ui.drawing.scale import MID, NARROW, WIDE, Three
from kinoqor.ui.drawing.strip import Sun, plain, plains, strip, strips

__all__ = ["MID", "NARROW", "WIDE", "Sun", "Three", "plain", "plains", "plate", "strip", "strips"]
