"""One page about a person, to print and hand over.

Others use: `content` (what it says), `html` and `pdf` (how it looks).
"""
