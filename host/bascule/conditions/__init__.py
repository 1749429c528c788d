"""The conditions a profile may declare: found by key or by words, explained with their sources."""
