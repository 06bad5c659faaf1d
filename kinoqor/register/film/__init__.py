"""Films as readers meet them: the list that can be narrowed, and the page of one film.

Words: choice (an axis and the codes chosen on it), doubt, order.
Neighbours: asks cards, credits and events through their queries; writes nothing.
"""
