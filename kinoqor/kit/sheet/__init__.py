"""Tables that come from outside: CSV, XLSX and ODS read within bounds, and written so that no cell is a formula.

What a file is, is told by its first bytes and never by its name. A workbook is unpacked and opened only after its list of
contents was looked at, and in a process of its own whose memory and time are bounded.
"""
