"""Whether a film is national, and whether it is a debut: tests over the crew, each with its reasons.

Words: test, standing (held, not held, not yet known), line (one condition and why it stands so).
Neighbours: asks credits and cards what a person made before; applications show the tests while a crew is written.
"""
