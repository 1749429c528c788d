"""The command line: options and arguments only. What a command does is said in the package commands.

The entry point is in `main`.
"""
