"""The command line: options and arguments only. What a command does stands in `commands`."""
