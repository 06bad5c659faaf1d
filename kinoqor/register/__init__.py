"""What is known of films, people and organisations, and who says so.

Words: source, subject, claim, card, credit, event, intake.
Neighbours: stands on accounts and the ledger; the portal shows it, later floors hand facts down to it.
"""
