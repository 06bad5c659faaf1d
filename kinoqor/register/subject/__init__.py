"""That of which something is said: a work, a person, an organisation, an event, a decision, a topic.

Words: subject, kind, reference (the number that never changes).
Neighbours: claims are about subjects; cards show them.
"""
