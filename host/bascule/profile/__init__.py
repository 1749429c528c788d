"""From a profile file to the bytes that a table takes, and back; and what is wrong with a file, in words."""
