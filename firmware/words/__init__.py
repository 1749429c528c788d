"""What the table says to a person, by language. English is the source: its sentences stand in the code, and are keys.

A language is a module with PAIRS, a literal tuple of (English, the same in that language), sorted by the English: it
stays in flash, and a sentence is found in it in nine steps.
"""
