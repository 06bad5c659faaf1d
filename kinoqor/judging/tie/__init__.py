"""Ties between the people of the fund and the files: looked for in the register, shown, decided.

Words: tie (a conflict as a page shows it), look (everything searched anew), density (how much of a round is shut).
Neighbours: the records and their law are `funding.conflict`, below all applications; here the register is asked.
"""
