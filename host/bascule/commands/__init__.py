"""What each command does: one module for each, whose run() gets what was typed, prints, and gives the exit code.

The command line uses `completion`, `demo`, `deploy`, `devices`, `doctor`, `language`, `panel`, `profile`, `sim`,
`status`, `ui`, `watch`.
"""
