"""What is drawn on a whole terminal. Others import `drawing`, `following`, `glass`, `pause`, `screen` and `view`."""
