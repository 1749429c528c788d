"""The person at the table: who it is, what is in force for them, and what is counted of their sessions."""
