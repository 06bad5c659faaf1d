"""How tables of archives are written: headings, cells, reasons, the file that comes back, the rows of a page."""
