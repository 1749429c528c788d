"""What each `bascule profile ...` does."""
