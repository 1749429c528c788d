"""German: What the commands answer that ask a table, and those beside them."""

PAIRS: tuple[tuple[str, str], ...] = (
    # People and their profiles.
    (
        (
            "Remove the profile of {name} from table {serial} on {port}? What the table has counted of the sessions "
            "stays there."
        ),
        (
            "Das Profil von {name} von Liege {serial} auf {port} entfernen? Was die Liege von den Sitzungen gezählt "
            "hat, bleibt dort."
        ),
    ),
    ("removed {who} from {port}", "{who} von {port} entfernt"),
    ("{id}: usable up to {deg} degrees, bound by {origin}", "{id}: benutzbar bis {deg} Grad, begrenzt durch {origin}"),
    ("{id}: locked: {why}", "{id}: gesperrt: {why}"),
    (
        "The PDF's font lacks some letters, which it shows as ?. The HTML page has them all: print that.",
        (
            "Der Schrift im PDF fehlen einige Buchstaben; sie zeigt dafür ?. Die HTML-Seite hat sie alle: Drucken Sie "
            "jene."
        ),
    ),
    # The page.
    ("the table on {port}: {page}", "die Liege auf {port}: {page}"),
    ("Ctrl-C ends it.", "Strg-C beendet es."),
)
