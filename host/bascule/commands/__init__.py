"""What each command does: it reads, asks and tells. Options and arguments stand in `cli`."""
