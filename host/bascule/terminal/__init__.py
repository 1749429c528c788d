"""What is drawn on a whole terminal. Others import `drawing`, `following`, `glass`, `screen` and `view`."""
