"""The laptop's end of the cable: ports, the client, and what a table tells of itself and its people.

Others use: `ports` (which tables are there), `client` (one that has said hello), `hello` (what it says then);
`status`, `telemetry`, `panel`, `language`, `progress` and `people` (what it tells), `words` (its states in words);
`upload` (a profile onto it), `why` (what it makes of one); `cable` (what a client talks through), `shared` (a port
that another program owns).
"""
