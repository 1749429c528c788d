"""From a profile file to the bytes that a table takes, and back; and what is wrong with a file, in words.

Others use: `reader` (file to fields), `checked` (fields to a profile, or all that is wrong), `screening` (how far the
profile goes), `words` (that, in sentences), `difference` (between two profiles), `file_form` (fields as a file has
them), `writer` (fields to a file's text), `save` (text or bytes to disk), `laptop_only` (goal,
notes and units, which no table gets), `measures` (height and weight in both systems).
"""
