"""What is in the way between a laptop and a table: one finding for each thing looked at.

Others use: `port_check` (up to the cable), `table_check` (at the table), `finding` (what they return).
"""
