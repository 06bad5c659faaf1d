"""How the company file is called, and the places in it by which the law asks."""

FORM = "applicant"  # the code of its form

# Places of the form that conditions of calls look at; a form without one leaves the condition open.
KIND, COMPANY_NUMBER, PERSON_NUMBER = "form", "bin", "iin"
COUNTRY, ACTIVITY, TAX_DAY, TAX_DEBT, BANKRUPT = "country", "activity", "tax_date", "tax_debt", "bankrupt"
