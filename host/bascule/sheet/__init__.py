"""One page about a person, to print and hand over.

Others use: `content` (what it says), `validity` (until when clearances count), `html` and `pdf` (how it looks).
"""
