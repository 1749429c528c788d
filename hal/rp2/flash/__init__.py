"""What lies in the flash: the program with its trailer, and the filesystem behind it."""
