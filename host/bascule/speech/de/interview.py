"""German: What `bascule profile new` says, and what is asked elsewhere."""

PAIRS: tuple[tuple[str, str], ...] = (
    # The questions.
    (
        (
            "This makes a profile: what one person declares, and how far the table may go. The table applies the same "
            "rules. This is not medical advice. Type back to return to the question before, ? for help. To stop, press "
            "Ctrl-C; then nothing is written."
        ),
        (
            "Hier entsteht ein Profil: was eine Person angibt, und wie weit die Liege gehen darf. Die Liege wendet "
            "dieselben Regeln an. Das ist kein ärztlicher Rat. Tippen Sie zurück, um zur Frage davor zu kommen, ? für "
            "Hilfe. Zum Abbrechen drücken Sie Strg-C; dann wird nichts geschrieben."
        ),
    ),
    ("What is the person's name?", "Wie heißt die Person?"),
    ("A short name for files and scripts{suggestion}:", "Ein kurzer Name für Dateien und Skripte{suggestion}:"),
    (", or Enter for {suggested}", ", oder Enter für {suggested}"),
    ("Year of birth:", "Geburtsjahr:"),
    ("Height in centimetres, or as 5 ft 9:", "Größe in Zentimetern (oder so: 5 ft 9):"),
    ("Weight in kilograms, or as 185 lb:", "Gewicht in Kilogramm (oder so: 185 lb):"),
    (
        (
            "How far head-down at most? Give degrees past horizontal, from 1 to 60, or to 90 with --beyond-60: 0 is "
            "lying flat, 90 is upside down. Whatever you give, the table begins with a slight tilt."
        ),
        (
            "Wie weit höchstens mit dem Kopf nach unten? In Grad unter der Waagerechten, von 1 bis 60, mit --beyond-60 "
            "bis 90: 0 ist flach liegend, 90 ist kopfüber. Was Sie auch angeben, die Liege beginnt mit einer leichten "
            "Neigung."
        ),
    ),
    (
        "The longest time head-down in one session, in seconds, from 30 to 600:",
        "Die längste Zeit mit dem Kopf unten in einer Sitzung, in Sekunden, von 30 bis 600:",
    ),
    (
        "Alternate head-down and level, instead of one continuous hold?",
        "Abwechselnd Kopf unten und waagrecht, statt einmal am Stück?",
    ),
    ("Seconds at the limit each time, from 10 to 300:", "Sekunden an der Grenze, jedes Mal, von 10 bis 300:"),
    ("Seconds at level in between, from 10 to 300:", "Sekunden waagrecht dazwischen, von 10 bis 300:"),
    ("How many times head-down, from 2 to 10:", "Wie oft mit dem Kopf nach unten, von 2 bis 10:"),
    (
        "Did a therapist ask for slower steps, for a hold at some angle, or to note pain?",
        (
            "Hat eine Therapeutin oder ein Therapeut um langsamere Schritte gebeten, um einen Halt bei einem Winkel, "
            "oder darum, Schmerz zu notieren?"
        ),
    ),
    (
        "The angle that the steps do not pass for now, in degrees past horizontal, or Enter for no hold:",
        (
            "Der Winkel, über den die Schritte vorerst nicht hinausgehen, in Grad unter der Waagerechten, oder Enter "
            "für keinen:"
        ),
    ),
    (
        "The days that each step takes at least, from 7 to 90, or Enter for 7:",
        "Die Tage, die jeder Schritt mindestens dauert, von 7 bis 90, oder Enter für 7:",
    ),
    (
        "Should the table ask for pain, 0 to 10, before and after each session?",
        "Soll die Liege vor und nach jeder Sitzung nach Schmerz fragen, 0 bis 10?",
    ),
    ("Write this profile to {path}?", "Dieses Profil nach {path} schreiben?"),
    # How they are answered.
    (
        "Type an answer and press Enter. back returns to the question before. Ctrl-C stops, and nothing is written.",
        (
            "Tippen Sie eine Antwort und drücken Sie Enter. zurück führt zur Frage davor. Strg-C bricht ab, und nichts "
            "wird geschrieben."
        ),
    ),
    ("{question} (yes, no)", "{question} (ja, nein)"),
    (
        "{question} (yes, no, or the number of the answer to change)",
        "{question} (ja, nein, oder die Nummer der Antwort, die zu ändern ist)",
    ),
    ("This is the first question.", "Das ist die erste Frage."),
    ("(Enter)", "(Enter)"),
    ("none", "keine"),
    ("Type yes, no, or the number of an answer.", "Tippen Sie ja, nein oder die Nummer einer Antwort."),
    ("Type yes or no.", "Tippen Sie ja oder nein."),
    (
        "Type the numbers of all that apply, as 1 3, or none.",
        "Tippen Sie die Nummern von allem, was zutrifft, etwa 1 3, oder keine.",
    ),
    (
        "Type the numbers of all that apply, as 1 3, or none; ?2 explains number 2:",
        "Tippen Sie die Nummern von allem, was zutrifft, etwa 1 3, oder keine; ?2 erklärt Nummer 2:",
    ),
    ("'{typed}' is not a number from 1 to {most}.", "'{typed}' ist keine Nummer von 1 bis {most}."),
    ("This is not UTF-8 text: type it again.", "Das ist kein UTF-8-Text: Tippen Sie es noch einmal."),
    (
        "Answer yes, or give --yes if nobody can be asked.",
        "Antworten Sie ja, oder geben Sie --yes an, wenn niemand gefragt werden kann.",
    ),
    # Conditions.
    (
        "Next: present and past conditions, by body area. If a condition is not listed, ask a physician.",
        (
            "Als Nächstes: jetzige und frühere Krankheiten, nach Körperbereich. Steht eine nicht in der Liste, dann "
            "fragen Sie ärztlich nach."
        ),
    ),
    ("{area}: do any of these apply?", "{area}: Trifft etwas davon zu?"),
    ("Each day, the table itself asks about: {conditions}.", "Jeden Tag fragt die Liege selbst nach: {conditions}."),
    (
        (
            "You named no condition. If that is right, type the words nothing to declare. To see the lists again, type "
            "again:"
        ),
        (
            "Sie haben keine Krankheit genannt. Stimmt das, dann tippen Sie die Worte nichts anzugeben. Um die Listen "
            "noch einmal zu sehen, tippen Sie nochmal:"
        ),
    ),
    ("Type the words nothing to declare, or again.", "Tippen Sie die Worte nichts anzugeben, oder nochmal."),
    ("{name} locks the table for good.", "{name} sperrt die Liege auf Dauer."),
    ("{name} locks the table for now.", "{name} sperrt die Liege für jetzt."),
    (
        "Type end to stop here, or back if that was a slip.",
        "Tippen Sie ende, um hier aufzuhören, oder zurück, wenn das ein Versehen war.",
    ),
    ("Type end, or back to change the answer before.", "Tippen Sie ende, oder zurück, um die Antwort davor zu ändern."),
    (
        "{name}: the table stays locked, even with a clearance. Nothing was written",
        "{name}: Die Liege bleibt gesperrt, auch mit einer Freigabe. Es wurde nichts geschrieben",
    ),
    (
        "Do not use an inversion table. Ask a physician or a physiotherapist what else may help.",
        (
            "Benutzen Sie keine Inversionsliege. Fragen Sie in der Arztpraxis oder der Physiotherapie, was sonst "
            "helfen kann."
        ),
    ),
    (
        "Do not use an inversion table while it lasts, and ask a physician before you ever do.",
        "Benutzen Sie keine Inversionsliege, solange es andauert, und fragen Sie ärztlich nach, bevor Sie es je tun.",
    ),
    # Days and clearances.
    (
        "{name}: do you know the date when it happened? A clearance counts only with it.",
        "{name}: Wissen Sie den Tag, an dem es war? Nur mit ihm zählt eine Freigabe.",
    ),
    ("{name}: the date, as 2026-09-01:", "{name}: der Tag, als 1.9.2026 oder 2026-09-01:"),
    ("{name}: has {who} cleared it in writing?", "{name}: Gibt es eine schriftliche Freigabe von {who}?"),
    (
        "The table stays locked until there is a clearance. Add it to the file when you have one.",
        "Die Liege bleibt gesperrt, bis es eine Freigabe gibt. Tragen Sie sie in die Datei ein, wenn Sie eine haben.",
    ),
    ("{name}: in which role? Type its number:", "{name}: In welcher Rolle? Tippen Sie die Nummer:"),
    ("physician", "Arzt oder Ärztin"),
    ("orthopaedic surgeon", "orthopädische Chirurgie"),
    ("who gave the clearance?", "Wer hat die Freigabe gegeben?"),
    (
        "It will not count: for {name}, it must come from {who}.",
        "Sie wird nicht zählen: Für {name} muss sie von {who} kommen.",
    ),
    ("date on which it was given, as 2026-11-01:", "Tag, an dem sie gegeben wurde, als 1.11.2026 oder 2026-11-01:"),
    ("last date on which it is valid, as 2027-03-01:", "letzter Tag, an dem sie gilt, als 1.3.2027 oder 2027-03-01:"),
    (
        "how far head-down does it allow, in degrees past horizontal?",
        "Wie weit mit dem Kopf nach unten erlaubt sie, in Grad unter der Waagerechten?",
    ),
    (
        "{day} is outside the years 2000 to 2099: write the date on which it happened.",
        "{day} liegt nicht in den Jahren 2000 bis 2099: Schreiben Sie den Tag, an dem es war.",
    ),
    (
        "{day} is in the future: write the date on which it happened.",
        "{day} liegt in der Zukunft: Schreiben Sie den Tag, an dem es war.",
    ),
    (
        "{day} is in the future: write the date on which the clearance was given.",
        "{day} liegt in der Zukunft: Schreiben Sie den Tag, an dem die Freigabe gegeben wurde.",
    ),
    ("It is over since {day} and will not count.", "Sie ist seit {day} vorbei und wird nicht zählen."),
    (
        "This is not a date: write year-month-day, as 2026-11-01.",
        "Das ist kein Datum: Schreiben Sie es als 1.11.2026 oder als 2026-11-01.",
    ),
    (
        "There is no {day}: write the date as year-month-day, as 2026-11-01.",
        "Den {day} gibt es nicht: Schreiben Sie das Datum als 1.11.2026 oder als 2026-11-01.",
    ),
    (
        "Give at most 60 degrees. If more is meant, stop and begin again with --beyond-60.",
        "Geben Sie höchstens 60 Grad an. Ist mehr gemeint, dann brechen Sie ab und beginnen Sie neu mit --beyond-60.",
    ),
    # What an objection begins with.
    ("The name", "Der Name"),
    ("The short name", "Der kurze Name"),
    ("The year of birth", "Das Geburtsjahr"),
    ("The height", "Die Größe"),
    ("The weight", "Das Gewicht"),
    ("The angle", "Der Winkel"),
    ("The time", "Die Zeit"),
    ("The number of days", "Die Zahl der Tage"),
    ("The time at the limit", "Die Zeit an der Grenze"),
    ("The time at level", "Die Zeit in der Waagerechten"),
    ("The number of times", "Die Anzahl"),
    ("The date", "Das Datum"),
    # Areas of the body.
    ("Signs that may need care now", "Zeichen, die sofort Hilfe brauchen können"),
    ("Hips", "Hüften"),
    ("Knees, ankles and muscles", "Knie, Knöchel und Muskeln"),
    ("Bones and joints", "Knochen und Gelenke"),
    ("Eyes", "Augen"),
    ("Heart and blood pressure", "Herz und Blutdruck"),
    ("Blood, blood vessels and breath", "Blut, Blutgefäße und Atem"),
    ("Brain", "Gehirn"),
    ("Head, balance and awareness", "Kopf, Gleichgewicht und Bewusstsein"),
    ("Belly, pregnancy, operations, cancer and weight", "Bauch, Schwangerschaft, Operationen, Krebs und Gewicht"),
    ("Back", "Rücken"),
    ("Nerves and muscles", "Nerven und Muskeln"),
    ("Being strapped in, and being alone", "Festgeschnallt sein und allein sein"),
    ("Whatever has no name in these lists", "Was in diesen Listen keinen Namen hat"),
    ("Other", "Anderes"),
    # How it ends.
    ("stopped before the end: nothing was written", "vor dem Ende abgebrochen: nichts wurde geschrieben"),
    (
        "Run it again. A question that an option answers is not asked.",
        "Rufen Sie es noch einmal auf. Was eine Option beantwortet, wird nicht gefragt.",
    ),
    (
        "there is nobody to ask, and these options are missing: {options}",
        "es ist niemand da, der gefragt werden kann, und diese Optionen fehlen: {options}",
    ),
    (
        "Give them, or run it on a terminal and answer its questions.",
        "Geben Sie sie an, oder rufen Sie es in einem Terminal auf und beantworten Sie die Fragen.",
    ),
    ("some options are wrong:", "einige Optionen sind falsch:"),
    ("Correct them, then run it again.", "Berichtigen Sie sie und rufen Sie es noch einmal auf."),
    ("these answers do not make a valid profile:", "diese Antworten ergeben kein gültiges Profil:"),
    ("Run it again with fewer or shorter ones.", "Rufen Sie es noch einmal auf, mit weniger oder kürzeren."),
    (
        "--since '{said}' is not understood: write a condition and a day, as {example}.",
        "--since '{said}' ist nicht verständlich: Schreiben Sie eine Krankheit und einen Tag, zum Beispiel {example}.",
    ),
    (
        "--clearance '{said}' is not understood: write {example}.",
        "--clearance '{said}' ist nicht verständlich: Schreiben Sie {example}.",
    ),
)
