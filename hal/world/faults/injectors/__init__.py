"""How each fault of the vocabulary is hung in the world, by the place where it hangs."""
