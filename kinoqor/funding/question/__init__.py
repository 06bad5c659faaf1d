"""A form as rows: each version a document of questions that is drafted, tried out and published, then never changed.

Words: form, version, draft, published, in force.
Neighbours: reads documents by the engine of questions below; calls name a form by its code, applications its version.
"""
