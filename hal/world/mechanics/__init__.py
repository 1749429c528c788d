"""What moves: the table, the person on it, the linkage between screw and angle."""
