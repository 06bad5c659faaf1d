"""The company file: what an applicant says of itself, kept once and reused for every application.

Words: company file, applicant, fit (whether an applicant meets a call's conditions).
Neighbours: a form of questions filled in for an organisation; calls bring the conditions, applications use it.
"""
