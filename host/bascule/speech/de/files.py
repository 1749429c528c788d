"""German: What is said of a profile file that cannot be read, or written."""

PAIRS: tuple[tuple[str, str], ...] = (
    # Reading.
    ("{path} cannot be read: {reason}", "{path} kann nicht gelesen werden: {reason}"),
    ("Give the path of a profile file.", "Geben Sie den Pfad einer Profildatei an."),
    ("it is a pipe or a device, not a file", "es ist eine Pipe oder ein Gerät, keine Datei"),
    (
        "The file is over {most} KiB: a profile is a page of text.",
        "Die Datei ist größer als {most} KiB: Ein Profil ist eine Seite Text.",
    ),
    ("The file is not UTF-8 text: save it as UTF-8.", "Die Datei ist kein UTF-8-Text: Speichern Sie sie als UTF-8."),
    (
        "The file is not a profile: a value in it is far too long or too deep.",
        "Die Datei ist kein Profil: Ein Wert darin ist viel zu lang oder zu tief.",
    ),
    (
        "The file is not a profile: line {number} has over {most} dots.",
        "Die Datei ist kein Profil: Zeile {number} hat mehr als {most} Punkte.",
    ),
    (
        "Line {number} is longer than {most} characters: break it up.",
        "Zeile {number} ist länger als {most} Zeichen: Teilen Sie sie.",
    ),
    (
        "A text in the profile has invalid characters: type it again.",
        "Ein Text im Profil hat ungültige Zeichen: Tippen Sie ihn noch einmal.",
    ),
    (
        "The profile is over {most} bytes for the table: make it shorter.",
        "Das Profil ist für die Liege länger als {most} Bytes: Kürzen Sie es.",
    ),
    (
        "{key} must be visible text of at most {most} characters: make it shorter or type it again.",
        "{key} muss sichtbarer Text von höchstens {most} Zeichen sein: Kürzen Sie ihn oder tippen Sie ihn noch einmal.",
    ),
    (
        "units is not known: write units = 'metric' or 'imperial'.",
        "units ist nicht bekannt: Schreiben Sie units = 'metric' oder 'imperial'.",
    ),
    # Slips, by line.
    ("Line {number} {why}: write {line}.", "Zeile {number} {why}: Schreiben Sie {line}."),
    ("Line {number} {why}.", "Zeile {number} {why}."),
    ("{first} and {second}", "{first} und {second}"),
    (
        "repeats what stands further up: take one of the two out",
        "wiederholt, was weiter oben steht: Nehmen Sie eines von beiden heraus",
    ),
    (
        "Line {number} has an invisible sign that no file may have: take it out.",
        "Zeile {number} hat ein unsichtbares Zeichen, das keine Datei haben darf: Nehmen Sie es heraus.",
    ),
    (
        "Line {number} has a day or a time that does not exist: write a date, as 2026-11-01.",
        "Zeile {number} hat einen Tag oder eine Zeit, die es nicht gibt: Schreiben Sie ein Datum wie 2026-11-01.",
    ),
    (
        "Line {number} has no value: write for example {example}.",
        "Zeile {number} hat keinen Wert: Schreiben Sie zum Beispiel {example}.",
    ),
    (
        "Line {number} takes {unit} in digits, and no more: write for example {example}.",
        "Zeile {number} braucht {unit} in Ziffern und nichts weiter: Schreiben Sie zum Beispiel {example}.",
    ),
    (
        (
            "Line {number} has a date of which day and month cannot be told apart: write year-month-day, as {name} = "
            "2026-11-01."
        ),
        (
            "Zeile {number} hat ein Datum, bei dem Tag und Monat nicht zu unterscheiden sind: Schreiben Sie "
            "Jahr-Monat-Tag, so: {name} = 2026-11-01."
        ),
    ),
    (
        "Line {number} takes a date in digits: write year-month-day, as {name} = 2026-11-01.",
        "Zeile {number} braucht ein Datum in Ziffern: Schreiben Sie Jahr-Monat-Tag, so: {name} = 2026-11-01.",
    ),
    (
        "Line {number} cannot be read ({said}): write each line as field = value, for example {example}.",
        "Zeile {number} ist nicht lesbar ({said}): Schreiben Sie jede Zeile als Feld = Wert, zum Beispiel {example}.",
    ),
    ("a whole number", "eine ganze Zahl"),
    ("degrees", "Grad"),
    ("days", "Tage"),
    ("seconds", "Sekunden"),
    ("a year", "ein Jahr"),
    ("centimetres", "Zentimeter"),
    ("kilograms", "Kilogramm"),
    (
        "has a no-break space or another invisible sign",
        "hat ein geschütztes Leerzeichen oder ein anderes unsichtbares Zeichen",
    ),
    ("has full-width signs or digits of another script", "hat breite Zeichen oder Ziffern einer anderen Schrift"),
    ("has curly or other special quotes instead of straight ones", "hat typografische statt gerader Anführungszeichen"),
    ("has a dash that is no hyphen", "hat einen Gedankenstrich statt eines Bindestrichs"),
    ("has a comment that does not begin with #", "hat eine Bemerkung, die nicht mit # beginnt"),
    ("needs = between field and value", "braucht = zwischen Feld und Wert"),
    ("has blanks in the name of its field", "hat Leerzeichen im Namen des Felds"),
    (
        "says yes or no in another word than true or false",
        "sagt Ja oder Nein mit einem anderen Wort als true oder false",
    ),
    ("has a date that is not written as year-month-day", "hat ein Datum, das nicht als Jahr-Monat-Tag geschrieben ist"),
    ("has a decimal comma", "hat ein Dezimalkomma"),
    ("has a number in another form", "hat eine Zahl in anderer Form"),
    ("has a unit behind its number", "hat eine Einheit hinter der Zahl"),
    ("has a sign too many at its end", "hat am Ende ein Zeichen zu viel"),
    ("has a list without commas", "hat eine Liste ohne Kommas"),
    ("has a list without its brackets", "hat eine Liste ohne ihre Klammern"),
    ("has a text that is not closed", "hat einen Text, der nicht geschlossen ist"),
    ("has text without quotes", "hat Text ohne Anführungszeichen"),
    ("has a \\ in its text", "hat ein \\ im Text"),
    ("does not close its bracket", "schließt die Klammer nicht"),
    ("has no comma behind it", "hat dahinter kein Komma"),
    ("does not close its {bracket}", "schließt {bracket} nicht"),
    # Writing.
    ("written: {path}", "geschrieben: {path}"),
    ("{path} cannot be written", "{path} kann nicht geschrieben werden"),
    ("{path} cannot be written: {reason}", "{path} kann nicht geschrieben werden: {reason}"),
    ("{path} already exists and was not changed", "{path} gibt es schon und wurde nicht geändert"),
    (
        "Name another file, or replace it with --force.",
        "Nennen Sie eine andere Datei, oder ersetzen Sie sie mit --force.",
    ),
    (
        "Name a file in a folder of your own, where there is room.",
        "Nennen Sie eine Datei in einem eigenen Ordner, in dem Platz ist.",
    ),
    ("Name a file in a folder of your own.", "Nennen Sie eine Datei in einem eigenen Ordner."),
    ("{path} is not a folder", "{path} ist kein Ordner"),
    ("Create it, or name another file.", "Legen Sie ihn an, oder nennen Sie eine andere Datei."),
    (
        "It may come from a newer laptop tool: use that one.",
        "Vielleicht kommt es von einem neueren Programm: Benutzen Sie jenes.",
    ),
    (
        "a file cannot hold this profile exactly; nothing was written",
        "eine Datei kann dieses Profil nicht genau aufnehmen; nichts wurde geschrieben",
    ),
    ("this profile cannot be written as a file", "dieses Profil kann nicht als Datei geschrieben werden"),
)
