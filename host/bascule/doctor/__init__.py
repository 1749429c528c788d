"""What is in the way between a laptop and a table: one finding for each thing looked at."""
