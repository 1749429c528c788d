"""Who may be inverted, and how far: the rules and the table of conditions."""
