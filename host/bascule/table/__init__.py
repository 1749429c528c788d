"""The laptop's end of the cable: ports, the client, and what a table tells of itself and its people."""
