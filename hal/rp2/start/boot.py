"""Nothing: its name keeps a boot.py on the filesystem from being run."""
