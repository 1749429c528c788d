"""What is proved at every start."""
