"""One owner of a table's port, and any number of programs that talk to the table through it.

Others use: `hub` (whose question is whose), `seat` (a program's place at it), `door` (where programs come in),
`owner` (of a real port).
"""
