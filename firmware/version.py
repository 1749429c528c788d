"""The version of firmware and laptop tool: the only place where it stands."""

VERSION = "0.1.0"
