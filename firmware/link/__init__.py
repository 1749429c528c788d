"""The serial link: frames, messages, the server."""
