"""What the tool says to a person, by language. English is the source: its sentences stand in the code, and are keys.

Others use: `told` (a sentence that keeps how it was put together), `spoken` (the language that is asked for, and a
sentence in it), `typed` (what is answered in it), `names` (of the languages). A module for each language has what this
tool says; the sentences of the rules are the table's own (firmware/words).
"""
