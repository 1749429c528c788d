"""The firmware: what runs on the table."""
