"""The page of a table in the browser: a small server on this machine, and what it shows.

Others use: `server` (the page's address, from begin to end), `shown` (what the page is told), `laptop` (what a table
says of itself). It is an extra of the installation, `bascule[ui]`. The page itself is in `page/`, as plain files.
"""
