"""What can go wrong in the world: the vocabulary of faults, how each is hung, and the desk where they are hung."""
