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
    ("usable", "benutzbar"),
    ("locked", "gesperrt"),
    ("refused", "abgelehnt"),
    ("up to {deg} deg", "bis {deg} Grad"),
    ("* chosen at the table", "* an der Liege gewählt"),
    ("limit: file {file}", "Grenze: Datei {file}"),
    ("limit: file {file}, table {table}", "Grenze: Datei {file}, Liege {table}"),
    ("{field}: file {file}, table {table}", "{field}: Datei {file}, Liege {table}"),
    ("{deg} degrees by {origin}", "{deg} Grad durch {origin}"),
    ("{count} different", "{count} verschieden"),
    ("file and table say the same", "Datei und Liege sagen dasselbe"),
    ("nothing", "nichts"),
    # How far a person has come.
    ("{who}: step {number}", "{who}: Schritt {number}"),
    ("up to {deg} degrees, {seconds} s, bound by {origin}", "bis {deg} Grad, {seconds} s, begrenzt durch {origin}"),
    ("locked: the table does not invert", "gesperrt: Die Liege senkt den Kopf nicht"),
    ("step allows", "erlaubt"),
    (
        "{deg} degrees, {seconds} s head-down, if nothing is stricter",
        "{deg} Grad, {seconds} s mit dem Kopf unten, wenn nichts strenger ist",
    ),
    ("next step", "nächster"),
    ("with the next session", "mit der nächsten Sitzung"),
    ("none: the profile holds it at {deg} degrees", "keiner: Das Profil hält es bei {deg} Grad"),
    ("1 more completed session", "1 weitere ganze Sitzung"),
    ("{count} more completed sessions", "{count} weitere ganze Sitzungen"),
    ("1 more day", "1 weiterer Tag"),
    ("{count} more days", "{count} weitere Tage"),
    ("felt worse", "schlechter"),
    ("after 1 session in a row", "nach 1 Sitzung in Folge"),
    ("after {count} sessions in a row", "nach {count} Sitzungen in Folge"),
    ("pain", "Schmerz"),
    ("{pain} before", "{pain} davor"),
    ("{pain} after", "{pain} danach"),
    ("{pains}, of 10", "{pains}, von 10"),
    ("today", "heute"),
    ("{count} of {most} sessions begun", "{count} von {most} Sitzungen begonnen"),
    ("next session", "Sitzung"),
    ("may begin now", "darf jetzt beginnen"),
    ("in {minutes} min", "in {minutes} min"),
    ("only after the lock has ended", "erst nach dem Ende der Sperre"),
    (", and not within {minutes} min", ", und nicht vor {minutes} min"),
    # Which tables there are, and their panel.
    ("usb", "USB"),
    ("simulated", "simuliert"),
    ("English", "Englisch"),
    ("German", "Deutsch"),
    ("the panel speaks {language}", "die Anzeige spricht {language}"),
    (
        "the language that was chosen for the panel cannot be read: English stands in for it",
        "die für die Anzeige gewählte Sprache ist nicht lesbar: Englisch steht an ihrer Stelle",
    ),
    (
        "the panel has shown 1 sentence in English, for which it has no {language}",
        "die Anzeige hat 1 Satz auf Englisch gezeigt, für den sie kein {language} hat",
    ),
    (
        "the panel has shown {count} sentences in English, for which it has no {language}",
        "die Anzeige hat {count} Sätze auf Englisch gezeigt, für die sie kein {language} hat",
    ),
    ("It has stood for a second: a press counts.", "Sie steht seit einer Sekunde: Ein Druck zählt."),
    (
        "The display does not answer, so nothing can be confirmed. Check its plug at the panel.",
        "Das Display antwortet nicht, darum kann nichts bestätigt werden. Prüfen Sie seinen Stecker an der Anzeige.",
    ),
)
