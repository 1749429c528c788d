"""German: The errors of the link and of a command line, which come as whole sentences (speech/heard.py)."""

PAIRS: tuple[tuple[str, str], ...] = (
    # The link: what happened, and what to do (firmware/link/errors.py).
    ("A frame arrived damaged and was ignored.", "Eine Nachricht kam beschädigt an und wurde nicht beachtet."),
    ("Send it again.", "Senden Sie sie noch einmal."),
    (
        "A frame was longer than 512 bytes and was ignored.",
        "Eine Nachricht war länger als 512 Bytes und wurde nicht beachtet.",
    ),
    ("Send shorter frames.", "Senden Sie kürzere Nachrichten."),
    (
        "Commands came faster than they can be answered; of those that waited only the newest was kept.",
        "Befehle kamen schneller, als sie beantwortet werden können; von den wartenden blieb nur der neueste.",
    ),
    (
        "Send the next command when the last is answered.",
        "Senden Sie den nächsten Befehl, wenn der letzte beantwortet ist.",
    ),
    (
        "A frame held no command in its one form and was ignored.",
        "Eine Nachricht enthielt keinen Befehl in seiner Form und wurde nicht beachtet.",
    ),
    ("Write it as docs/protocol.md says.", "Schreiben Sie ihn, wie docs/protocol.md es sagt."),
    ("A command has no id and was ignored.", "Ein Befehl hat keine Nummer und wurde nicht beachtet."),
    ("Give it a field i from 0 to 1073741823.", "Geben Sie ihm ein Feld i von 0 bis 1073741823."),
    ("The table does not know this command.", "Die Liege kennt diesen Befehl nicht."),
    (
        "Update the table's firmware, or use an older laptop tool.",
        "Erneuern Sie die Firmware der Liege, oder benutzen Sie ein älteres Programm.",
    ),
    ("The command has a field that the table does not know.", "Der Befehl hat ein Feld, das die Liege nicht kennt."),
    ("Leave the field out.", "Lassen Sie das Feld weg."),
    ("A field of the command is missing.", "Dem Befehl fehlt ein Feld."),
    ("Send all fields of the command.", "Senden Sie alle Felder des Befehls."),
    ("A field has the wrong type.", "Ein Feld hat den falschen Typ."),
    ("Send the type given in the table of messages.", "Senden Sie den Typ, der bei den Nachrichten steht."),
    ("A field is out of range.", "Ein Feld liegt außerhalb seines Bereichs."),
    ("Keep to the range given in the table of messages.", "Halten Sie den Bereich ein, der bei den Nachrichten steht."),
    ("The laptop and the table use different protocols.", "Laptop und Liege sprechen verschiedene Protokolle."),
    ("Update the older of the two.", "Erneuern Sie das ältere von beiden."),
    (
        "Changes are allowed only after a hello with the table's protocol number.",
        "Änderungen sind erst nach einem hello mit der Protokollnummer der Liege erlaubt.",
    ),
    ("Send hello first.", "Senden Sie zuerst hello."),
    (
        "The table must be upright to change profiles or language, or to read any but the chosen person's.",
        (
            "Die Liege muss aufrecht sein, um Profile oder Sprache zu ändern oder anderes als die gewählte Person zu "
            "lesen."
        ),
    ),
    (
        "Bring the table upright and try again.",
        "Bringen Sie die Liege in die aufrechte Stellung und versuchen Sie es noch einmal.",
    ),
    (
        (
            "A session is beginning. The table must be at rest to change profiles or language, or to read any but the "
            "chosen person's."
        ),
        (
            "Eine Sitzung beginnt. Die Liege muss ruhen, um Profile oder Sprache zu ändern oder anderes als die "
            "gewählte Person zu lesen."
        ),
    ),
    ("Let go of the buttons and try again.", "Lassen Sie die Tasten los und versuchen Sie es noch einmal."),
    ("This piece does not follow the last one.", "Dieses Stück schließt nicht an das letzte an."),
    ("Send the profile again from its start.", "Senden Sie das Profil noch einmal von Anfang an."),
    ("There is nothing to commit.", "Es gibt nichts zu übernehmen."),
    ("Send the profile first.", "Senden Sie zuerst das Profil."),
    (
        "The length does not match what was sent. Nothing was stored.",
        "Die Länge passt nicht zum Gesendeten. Nichts wurde gespeichert.",
    ),
    ("Send the profile again.", "Senden Sie das Profil noch einmal."),
    (
        "The digest does not match what was sent. Nothing was stored.",
        "Die Prüfsumme passt nicht zum Gesendeten. Nichts wurde gespeichert.",
    ),
    ("The profile is malformed; the previous one is kept.", "Das Profil ist fehlerhaft; das vorige bleibt."),
    (
        "Ask for the reasons with why, and correct the file.",
        "Fragen Sie mit why nach den Gründen, und berichtigen Sie die Datei.",
    ),
    ("The table already holds {count} people.", "Die Liege fasst schon {count} Personen."),
    ("Remove one of them first.", "Entfernen Sie erst eine davon."),
    (
        "The table already remembers 64 people who had sessions here, and each of their records may still matter.",
        (
            "Die Liege merkt sich schon 64 Personen, die hier Sitzungen hatten, und was sie gezählt hat, kann noch "
            "wichtig sein."
        ),
    ),
    (
        "Use an id that it knows, or wait: the record of a removed profile is deleted after half a year.",
        (
            "Nehmen Sie eine Kennung, die sie kennt, oder warten Sie: Was zu einem entfernten Profil gezählt ist, wird "
            "nach einem halben Jahr gelöscht."
        ),
    ),
    ("Nobody with this id is stored on the table.", "Auf der Liege ist niemand mit dieser Kennung gespeichert."),
    ("The command people lists who is stored.", "Der Befehl people zählt auf, wer gespeichert ist."),
    (
        "The profile could not be written; the previous one is kept.",
        "Das Profil konnte nicht geschrieben werden; das vorige bleibt.",
    ),
    (
        "Switch the table off and on, then try again.",
        "Schalten Sie die Liege aus und ein und versuchen Sie es noch einmal.",
    ),
    (
        "The language could not be written; the table keeps the one before.",
        "Die Sprache konnte nicht geschrieben werden; die Liege behält die vorige.",
    ),
    ("The table's storage is full. Nothing was changed.", "Der Speicher der Liege ist voll. Nichts wurde geändert."),
    (
        "Remove the files that are not the table's, as docs/hardware/README.md says. Do not erase the storage.",
        (
            "Entfernen Sie die Dateien, die nicht der Liege gehören, wie docs/hardware/README.md es sagt. Löschen Sie "
            "den Speicher nicht."
        ),
    ),
    (
        "A newer firmware stored something that this one cannot read. Nothing was changed.",
        "Eine neuere Firmware hat etwas gespeichert, was diese nicht lesen kann. Nichts wurde geändert.",
    ),
    (
        "Update the table's firmware. To give up a profile that it cannot read, remove it.",
        "Erneuern Sie die Firmware der Liege. Um ein Profil aufzugeben, das sie nicht lesen kann, entfernen Sie es.",
    ),
    ("This is not a valid date.", "Das ist kein gültiges Datum."),
    (
        "Set this computer's clock and try again.",
        "Stellen Sie die Uhr dieses Rechners und versuchen Sie es noch einmal.",
    ),
    (
        "The table has counted past this time. One of the two clocks is wrong, so the table has no date for now.",
        (
            "Die Liege hat über diese Zeit hinaus gezählt. Eine der beiden Uhren geht falsch, darum hat die Liege "
            "vorerst kein Datum."
        ),
    ),
    (
        "If this computer's time is right, press OK at the table's panel until it asks for the time, then UP.",
        (
            "Stimmt die Zeit dieses Rechners, dann drücken Sie OK an der Anzeige der Liege, bis sie nach der Zeit "
            "fragt, dann UP."
        ),
    ),
    (
        "The table cannot check this time: its record is damaged and its clock has stopped.",
        "Die Liege kann diese Zeit nicht prüfen: Ihre Aufzeichnung ist beschädigt, und ihre Uhr stand.",
    ),
    (
        "This date is more than ten years after the latest one that the table knows.",
        "Dieses Datum liegt mehr als zehn Jahre nach dem letzten, das die Liege kennt.",
    ),
    (
        "The table's clock does not take or keep the time, so the table has no valid date.",
        "Die Uhr der Liege nimmt oder behält die Zeit nicht, darum hat die Liege kein gültiges Datum.",
    ),
    (
        "Switch the table off and on, then try again. If that does not help, have clock chip and flash checked.",
        (
            "Schalten Sie die Liege aus und ein und versuchen Sie es noch einmal. Hilft das nicht, dann lassen Sie Uhr "
            "und Flash prüfen."
        ),
    ),
    ("There is no such entry.", "Einen solchen Eintrag gibt es nicht."),
    ("Stop at the number given by n.", "Hören Sie bei der Zahl in n auf."),
    # The command line (click).
    ("No such option {name}.", "Die Option {name} gibt es nicht."),
    ("No such option {name}. Did you mean {other_name}?", "Die Option {name} gibt es nicht. Meinen Sie {other_name}?"),
    (
        "No such option {name}. Did you mean one of: {names}?",
        "Die Option {name} gibt es nicht. Meinen Sie eine von: {names}?",
    ),
    ("No such command {name}.", "Den Befehl {name} gibt es nicht."),
    ("No such command {name}. Did you mean {other_name}?", "Den Befehl {name} gibt es nicht. Meinen Sie {other_name}?"),
    (
        "No such command {name}. Did you mean one of: {names}?",
        "Den Befehl {name} gibt es nicht. Meinen Sie einen von: {names}?",
    ),
    ("Missing argument {name}.", "Es fehlt {name}."),
    ("Missing option {name}.", "Es fehlt die Option {name}."),
    ("Missing command.", "Es fehlt ein Befehl."),
    ("Got unexpected extra argument {names}", "Zu viel angegeben: {names}"),
    ("Got unexpected extra arguments {names}", "Zu viel angegeben: {names}"),
    ("Option {name} requires an argument.", "Die Option {name} braucht einen Wert."),
    ("Option {name} does not take a value.", "Die Option {name} nimmt keinen Wert."),
    ("Invalid value for {name}: {why}", "Ungültiger Wert für {name}: {why}"),
    ("{value} is not a valid {number_type}.", "{value} ist kein gültiger Wert ({number_type})."),
    ("{value} is not in the range {range}.", "{value} liegt nicht im Bereich {range}."),
    ("{value} is not one of {names}.", "{value} ist nicht unter {names}."),
    ("Give a person and a file, or a folder.", "Geben Sie eine Person und eine Datei an, oder einen Ordner."),
    ("Name a condition, or give --all.", "Nennen Sie eine Krankheit, oder geben Sie --all an."),
)
