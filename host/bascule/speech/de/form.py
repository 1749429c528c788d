"""German: of a field of a profile, as the form says it and options do, heard as whole sentences (speech/heard.py)."""

PAIRS: tuple[tuple[str, str], ...] = (
    ("{place} {what}: {write}.", "{place} {what}: {write}."),
    ("{place} {what}: {write}. It says {value}.", "{place} {what}: {write}. Dort steht {value}."),
    ("{place} {what}.", "{place} {what}."),
    ("{place} {what}. It says {value}.", "{place} {what}. Dort steht {value}."),
    (
        "{place} {what}: {write}. If {written} was counted from upright, subtract 90: {again} -> {past}.",
        "{place} {what}: {write}. Wurde {written} von aufrecht gezählt, dann ziehen Sie 90 ab: {again} -> {past}.",
    ),
    ("--clearance number {number}: {place} {what}: {write}.", "--clearance Nummer {number}: {place} {what}: {write}."),
    (
        "--clearance number {number}: {place} {what}: {write}. It says {value}.",
        "--clearance Nummer {number}: {place} {what}: {write}. Dort steht {value}.",
    ),
    (
        (
            "--clearance number {number}: {place} {what}: {write}. If {written} was counted from upright, subtract 90: "
            "{again} -> {past}."
        ),
        (
            "--clearance Nummer {number}: {place} {what}: {write}. Wurde {written} von aufrecht gezählt, dann ziehen "
            "Sie 90 ab: {again} -> {past}."
        ),
    ),
    ("--since {key}: {what}: {write}.", "--since {key}: {what}: {write}."),
    ("--since {key}: {what}: {write}. It says {value}.", "--since {key}: {what}: {write}. Dort steht {value}."),
    (
        "--condition {condition} is no condition: if there is none, write --nothing-to-declare instead.",
        (
            "--condition {condition} ist keine Krankheit: Gibt es keine, dann schreiben Sie stattdessen "
            "--nothing-to-declare."
        ),
    ),
    (
        "--nothing-to-declare and --condition cannot both be given: leave one of them out.",
        "--nothing-to-declare und --condition gehen nicht zusammen: Lassen Sie eines davon weg.",
    ),
    (
        "--max-inversion-deg is more than 60: give --beyond-60 too if that is meant, else a smaller angle.",
        (
            "--max-inversion-deg ist mehr als 60: Geben Sie auch --beyond-60 an, wenn das gemeint ist, sonst einen "
            "kleineren Winkel."
        ),
    ),
    # What is wrong.
    ("is missing", "fehlt"),
    ("is not a known value", "hat keinen bekannten Wert"),
    ("is too long or has other characters", "ist zu lang oder hat andere Zeichen"),
    ("is empty or too long", "ist leer oder zu lang"),
    ("has an invisible character, {sign}", "hat ein unsichtbares Zeichen, {sign}"),
    ("must be {kind}, not {other_kind}", "muss {kind} sein, nicht {other_kind}"),
    ("must be from {least} to {most}, not {value}", "muss von {least} bis {most} sein, nicht {value}"),
    ("must be true if the maximum is more than {most}", "muss true sein, wenn das Höchstmaß mehr als {most} ist"),
    ("must be 1 to 40 characters out of a-z 0-9 _", "muss 1 bis 40 Zeichen aus a-z 0-9 _ haben"),
    ("repeats '{key}'", "wiederholt '{key}'"),
    ("is false, but no condition is declared", "ist false, aber es ist keine Krankheit angegeben"),
    ("is true, but conditions are declared", "ist true, aber es sind Krankheiten angegeben"),
    ("must be a table", "muss eine Tabelle sein"),
    ("is not among the declared conditions", "gehört nicht zu den angegebenen Krankheiten"),
    ("is before issued", "liegt vor issued"),
    ("must be a date", "muss ein Datum sein"),
    ("must be a date, not {other_kind}", "muss ein Datum sein, nicht {other_kind}"),
    ("must be a date in the years 2000 to 2099", "muss ein Datum in den Jahren 2000 bis 2099 sein"),
    (
        "must be a date in the years 2000 to 2099, not {day}",
        "muss ein Datum in den Jahren 2000 bis 2099 sein, nicht {day}",
    ),
    (
        "has {count} entries, but may have only {most}; the rest were not checked",
        "hat {count} Einträge, aber nur {most} sind erlaubt; der Rest wurde nicht geprüft",
    ),
    (
        "is not a known field: take it out, or check its spelling",
        "ist kein bekanntes Feld: Nehmen Sie es heraus, oder prüfen Sie die Schreibweise",
    ),
    (
        "{place} has {count} more unknown fields: take them out.",
        "{place} hat {count} weitere unbekannte Felder: Nehmen Sie sie heraus.",
    ),
    (
        "The profile has {count} more unknown fields: take them out.",
        "Das Profil hat {count} weitere unbekannte Felder: Nehmen Sie sie heraus.",
    ),
    ("is not a field of the file", "ist kein Feld der Datei"),
    ("is not an angle", "ist kein Winkel"),
    ("is finer than 0.01 degrees", "ist feiner als 0,01 Grad"),
    ("must not be after {year}, but says {value}", "darf nicht nach {year} liegen, sagt aber {value}"),
    (
        "The profile is not a table of fields: write each as field = value.",
        "Das Profil ist keine Tabelle von Feldern: Schreiben Sie jedes als Feld = Wert.",
    ),
    (
        "The profile must be JSON in wire form: keys sorted, no spaces, whole numbers, raw UTF-8.",
        (
            "Das Profil muss JSON in der Form der Leitung sein: Schlüssel sortiert, keine Leerzeichen, ganze Zahlen, "
            "rohes UTF-8."
        ),
    ),
    (
        "The profile is longer than {most} bytes: make it shorter.",
        "Das Profil ist länger als {most} Bytes: Kürzen Sie es.",
    ),
    # What is there instead.
    ("text", "Text"),
    ("true or false", "true oder false"),
    ("a list", "eine Liste"),
    ("a table", "eine Tabelle"),
    ("a number", "eine Zahl"),
    ("a fraction", "ein Bruch"),
    ("something else", "etwas anderes"),
    # What to write.
    ("write schema = 1", "Schreiben Sie schema = 1"),
    (
        "write 1 to 24 characters out of a-z 0-9 _ -, as {example}",
        "Schreiben Sie 1 bis 24 Zeichen aus a-z 0-9 _ -, zum Beispiel {example}",
    ),
    (
        "write 1 to 60 visible characters, as {example}",
        "Schreiben Sie 1 bis 60 sichtbare Zeichen, zum Beispiel {example}",
    ),
    (
        "write angle_ref = 'deg_past_horizontal': 0 is lying flat, 90 is upside down",
        "Schreiben Sie angle_ref = 'deg_past_horizontal': 0 ist flach liegend, 90 ist kopfüber",
    ),
    (
        "write degrees past horizontal, as {example}",
        "Schreiben Sie Grad unter der Waagerechten, zum Beispiel {example}",
    ),
    ("write degrees past horizontal", "Schreiben Sie Grad unter der Waagerechten"),
    ("write degrees past horizontal, 1 to 90", "Schreiben Sie Grad unter der Waagerechten, 1 bis 90"),
    ("write at most two decimals", "Schreiben Sie höchstens zwei Stellen hinter dem Komma"),
    (
        "write beyond_60 = true if you want more than 60 degrees, or else a smaller max_inversion_deg",
        "Schreiben Sie beyond_60 = true, wenn Sie mehr als 60 Grad wollen, sonst ein kleineres max_inversion_deg",
    ),
    (
        "write the angle that the steps do not pass for now, as {example}",
        "Schreiben Sie den Winkel, über den die Schritte vorerst nicht hinausgehen, zum Beispiel {example}",
    ),
    (
        "write the days that each step takes, 7 or more, as {example}",
        "Schreiben Sie die Tage, die jeder Schritt dauert, 7 oder mehr, zum Beispiel {example}",
    ),
    (
        "write ask_pain = true to be asked for pain, 0 to 10, before and after each session",
        "Schreiben Sie ask_pain = true, um vor und nach jeder Sitzung nach Schmerz gefragt zu werden, 0 bis 10",
    ),
    (
        "write the longest time head-down in one session in seconds, as {example}",
        "Schreiben Sie die längste Zeit mit dem Kopf unten in einer Sitzung in Sekunden, zum Beispiel {example}",
    ),
    ("write the year of birth, as {example}", "Schreiben Sie das Geburtsjahr, zum Beispiel {example}"),
    ("write the year of birth", "Schreiben Sie das Geburtsjahr"),
    ("write the height in centimetres, as {example}", "Schreiben Sie die Größe in Zentimetern, zum Beispiel {example}"),
    ("write the weight in kilograms, as {example}", "Schreiben Sie das Gewicht in Kilogramm, zum Beispiel {example}"),
    ("write an intermittent session as {example}", "Schreiben Sie eine Sitzung in Abschnitten als {example}"),
    (
        "write the seconds at the limit each time, as {example}",
        "Schreiben Sie die Sekunden an der Grenze, jedes Mal, zum Beispiel {example}",
    ),
    (
        "write the seconds at level in between, as {example}",
        "Schreiben Sie die Sekunden waagrecht dazwischen, zum Beispiel {example}",
    ),
    (
        "write how many times the table goes down, as {example}",
        "Schreiben Sie, wie oft die Liege nach unten geht, zum Beispiel {example}",
    ),
    (
        "write true if there is no condition at all, otherwise false",
        "Schreiben Sie true, wenn es gar keine Krankheit gibt, sonst false",
    ),
    (
        "write their names, as conditions = ['sciatica'], or [] together with nothing_to_declare = true",
        "Schreiben Sie ihre Namen, so: conditions = ['sciatica'], oder [] zusammen mit nothing_to_declare = true",
    ),
    (
        "write the date of the operation or event under a line [since], as {example}",
        "Schreiben Sie den Tag der Operation oder des Ereignisses unter eine Zeile [since], zum Beispiel {example}",
    ),
    (
        "write the date of the operation or event, as {example}",
        "Schreiben Sie den Tag der Operation oder des Ereignisses, zum Beispiel {example}",
    ),
    (
        "write each clearance under its own line [[clearances]]",
        "Schreiben Sie jede Freigabe unter eine eigene Zeile [[clearances]]",
    ),
    (
        "write the name of the cleared condition, as in conditions",
        "Schreiben Sie den Namen der freigegebenen Krankheit wie in conditions",
    ),
    (
        "write who gave the clearance in 1 to 60 visible characters, as {example}",
        "Schreiben Sie in 1 bis 60 sichtbaren Zeichen, wer die Freigabe gegeben hat, zum Beispiel {example}",
    ),
    (
        "write role = 'physician' or role = 'orthopaedic_surgeon'",
        "Schreiben Sie role = 'physician' oder role = 'orthopaedic_surgeon'",
    ),
    ("write role=physician or role=orthopaedic_surgeon", "Schreiben Sie role=physician oder role=orthopaedic_surgeon"),
    (
        "write the date on which it was given, as {example}",
        "Schreiben Sie den Tag, an dem sie gegeben wurde, zum Beispiel {example}",
    ),
    (
        "write the last date on which it is valid, as {example}",
        "Schreiben Sie den letzten Tag, an dem sie gilt, zum Beispiel {example}",
    ),
    (
        "write it without quotes or time, as {example}",
        "Schreiben Sie es ohne Anführungszeichen und ohne Uhrzeit, zum Beispiel {example}",
    ),
    ("write it as {example}", "Schreiben Sie es so: {example}"),
    ("write {field}", "Schreiben Sie {field}"),
    # A name that is no condition.
    ("conditions[{at}]: '{key}' is not known here. {what}", "conditions[{at}]: '{key}' ist hier nicht bekannt. {what}"),
    ("--condition: '{key}' is not known here. {what}", "--condition: '{key}' ist hier nicht bekannt. {what}"),
    ("It is called {key}: write that.", "Es heißt {key}: Schreiben Sie das."),
    ("Do you mean {keys}?", "Meinen Sie {keys}?"),
    (
        "Do you mean {keys}, or another one that `bascule profile explain` finds?",
        "Meinen Sie {keys} oder ein anderes, das `bascule profile explain` findet?",
    ),
    (
        (
            "Not known does not mean harmless: ask a physician, and write {other}, which locks the table until a "
            "physician has cleared it."
        ),
        (
            "Nicht bekannt heißt nicht harmlos: Fragen Sie ärztlich nach, und schreiben Sie {other}; das sperrt die "
            "Liege bis zu einer ärztlichen Freigabe."
        ),
    ),
    (
        (
            "{what} Then write that; if not, ask a physician, and write {other}, which locks the table until a "
            "physician has cleared it."
        ),
        (
            "{what} Dann schreiben Sie das; wenn nicht, fragen Sie ärztlich nach, und schreiben Sie {other}; das "
            "sperrt die Liege bis zu einer ärztlichen Freigabe."
        ),
    ),
    (
        (
            "{what} Write the one that you have; if it is none of them, ask a physician, and write {other}, which "
            "locks the table until a physician has cleared it."
        ),
        (
            "{what} Schreiben Sie das, was Sie haben; ist es keines davon, fragen Sie ärztlich nach, und schreiben Sie "
            "{other}; das sperrt die Liege bis zu einer ärztlichen Freigabe."
        ),
    ),
)
