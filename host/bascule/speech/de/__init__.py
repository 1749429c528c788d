"""German, by what it is about. Each module has PAIRS: the English, and the same in German."""
