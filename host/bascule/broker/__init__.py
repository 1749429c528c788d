"""One owner of a table's port, and any number of programs that talk to the table through it.

Others use: `hub` (whose question is whose) and `seat` (a program's place at it).
"""
