"""German: What the tool says when something goes wrong, and what to do then."""

PAIRS: tuple[tuple[str, str], ...] = (
    # In any command.
    ("error {code}: {text}", "Fehler {code}: {text}"),
    ("hint: {hint}", "Rat: {hint}"),
    ("`{command} --help` lists what can be given.", "`{command} --help` zählt auf, was angegeben werden kann."),
    ("something unexpected happened: {kind}: {last}", "etwas Unerwartetes ist geschehen: {kind}: {last}"),
    ("no more is known", "mehr ist nicht bekannt"),
    (
        "This is a defect in bascule. `bascule --debug ...` shows where it happened.",
        "Das ist ein Fehler in bascule. `bascule --debug ...` zeigt, wo er geschah.",
    ),
    ("a file", "eine Datei"),
    (
        "Make room there, or set TMPDIR to where there is some.",
        "Schaffen Sie dort Platz, oder setzen Sie TMPDIR dahin, wo welcher ist.",
    ),
    ("the answer could not be printed: {reason}", "die Antwort konnte nicht ausgegeben werden: {reason}"),
    ("Send it to where there is room.", "Schicken Sie sie dahin, wo Platz ist."),
    (
        "Set this computer's clock, or give a date with --today.",
        "Stellen Sie die Uhr dieses Rechners, oder geben Sie mit --today ein Datum an.",
    ),
    ("Write a date as 2026-11-23.", "Schreiben Sie ein Datum wie 2026-11-23."),
    ("--today {written} is not a date", "--today {written} ist kein Datum"),
    (
        "{found} is outside the years 2000 to 2099, so age and clearances cannot be judged",
        "{found} liegt nicht in den Jahren 2000 bis 2099, darum sind Alter und Freigaben nicht zu beurteilen",
    ),
    # Profiles.
    (
        "'{words}' is not known to Bascule, which does not make it harmless: ask a physician",
        "'{words}' ist Bascule nicht bekannt, und das heißt nicht harmlos: Fragen Sie ärztlich nach",
    ),
    (
        "In a profile, write {other}. `bascule profile explain --all` lists what is known.",
        "Im Profil schreiben Sie {other}. `bascule profile explain --all` zählt auf, was bekannt ist.",
    ),
    ("Export it alone, into a file that you name.", "Holen Sie es einzeln, in eine Datei, die Sie nennen."),
    (
        "Make the folder first, or name a person and a file.",
        "Legen Sie erst den Ordner an, oder nennen Sie eine Person und eine Datei.",
    ),
    (
        "a profile on the table has an id that cannot be a file name",
        "ein Profil auf der Liege hat eine Kennung, die kein Dateiname sein kann",
    ),
    (
        "Name a folder with profiles, as `bascule profile export` writes it.",
        "Nennen Sie einen Ordner mit Profilen, wie `bascule profile export` ihn schreibt.",
    ),
    (
        "Take some out, or push the ones you want one by one.",
        "Nehmen Sie einige heraus, oder übertragen Sie die gewünschten einzeln.",
    ),
    (
        "{place} has {count} profiles, and a table holds {places}; nothing was pushed",
        "{place} hat {count} Profile, und eine Liege fasst {places}; nichts wurde übertragen",
    ),
    (
        "id '{id}' is in another file too: give each person an id of their own.",
        "Die Kennung '{id}' steht auch in einer anderen Datei: Geben Sie jeder Person eine eigene.",
    ),
    (
        "It has {listed}: remove some with `bascule profile remove`.",
        "Sie hat {listed}: Entfernen Sie einige mit `bascule profile remove`.",
    ),
    (
        "the table holds {places} people, and with these it would have {count}; nothing was pushed",
        "die Liege fasst {places} Personen, und mit diesen wären es {count}; nichts wurde übertragen",
    ),
    (
        "{text} ({stored} of {count} profiles were stored before that)",
        "{text} ({stored} von {count} Profilen wurden davor gespeichert)",
    ),
    ("{place} is a file and no folder", "{place} ist eine Datei und kein Ordner"),
    ("there is no folder {place}", "es gibt keinen Ordner {place}"),
    (
        "Name a folder; `bascule profile push` takes one file.",
        "Nennen Sie einen Ordner; `bascule profile push` nimmt eine Datei.",
    ),
    ("{place} has no file *.toml", "in {place} ist keine Datei *.toml"),
    ("{file}: {code}: {why}", "{file}: {code}: {why}"),
    ("nothing was pushed, for these reasons:", "nichts wurde übertragen, aus diesen Gründen:"),
    ("Correct them, then import again.", "Berichtigen Sie sie und übertragen Sie sie noch einmal."),
    (
        "Correct {file}; `bascule profile check` says whether it is right.",
        "Berichtigen Sie {file}; `bascule profile check` sagt, ob es stimmt.",
    ),
    ("the profile is malformed and was not sent", "das Profil ist fehlerhaft und wurde nicht gesendet"),
    (
        "nobody has confirmed that the profile is to go; nothing was removed",
        "niemand hat bestätigt, dass das Profil weg soll; nichts wurde entfernt",
    ),
    ("Correct it, then run it again.", "Berichtigen Sie es und rufen Sie es noch einmal auf."),
    ("Install it with: pip install 'bascule[sheet]'.", "Installieren Sie ihn mit: pip install 'bascule[sheet]'."),
    (
        "the part that makes pages is not installed ({name})",
        "der Teil, der Seiten macht, ist nicht installiert ({name})",
    ),
    ("Push one with `bascule profile push`.", "Übertragen Sie eines mit `bascule profile push`."),
    ("this profile is malformed:", "dieses Profil ist fehlerhaft:"),
    ("the table has no profile to make a page of", "die Liege hat kein Profil, aus dem eine Seite werden kann"),
    # The port, and who answers on it.
    ("{port} is shared by another `bascule` already", "{port} wird schon von einem anderen `bascule` geteilt"),
    ("End that one first; other commands work beside it.", "Beenden Sie erst jenes; andere Befehle arbeiten daneben."),
    ("{port} was disconnected", "{port} wurde getrennt"),
    (
        "Check cable and power, then run the command again.",
        "Prüfen Sie Kabel und Strom und rufen Sie den Befehl noch einmal auf.",
    ),
    ("{port} takes no data: the table is not reading", "{port} nimmt keine Daten an: Die Liege liest nicht"),
    ("Unplug the table and plug it in again.", "Stecken Sie die Liege aus und wieder ein."),
    (
        "{port} did not say in time whether it has stored the profile",
        "{port} hat nicht rechtzeitig gesagt, ob das Profil gespeichert ist",
    ),
    ("`bascule profile show` says which one is in force.", "`bascule profile show` sagt, welches gilt."),
    ("{port} did not answer in time", "{port} hat nicht rechtzeitig geantwortet"),
    (
        "Is this port a table? `bascule devices` lists them. If it is, switch the table off and on.",
        (
            "Ist dieser Anschluss eine Liege? `bascule devices` zählt sie auf. Wenn ja, schalten Sie die Liege aus und "
            "ein."
        ),
    ),
    ("the table refused: {why}", "die Liege hat abgelehnt: {why}"),
    (
        "the table's answer to {command} has no valid {name}",
        "in der Antwort der Liege auf {command} fehlt ein gültiges {name}",
    ),
    (
        "The table and the laptop may have different versions: see `bascule status`.",
        "Liege und Laptop haben vielleicht verschiedene Versionen: siehe `bascule status`.",
    ),
    (
        "note: {why} The table can be read, but not changed.",
        "Hinweis: {why} Die Liege kann gelesen, aber nicht geändert werden.",
    ),
    (
        "note: the table's firmware failed; please report this: {words}",
        "Hinweis: Die Firmware der Liege ist ausgefallen; bitte melden Sie das: {words}",
    ),
    (
        "warning: the table did not accept this computer's time: {why} {hint}",
        "Warnung: Die Liege hat die Zeit dieses Rechners nicht angenommen: {why} {hint}",
    ),
    ("`bascule devices` lists the tables that are there.", "`bascule devices` zählt die Liegen auf, die da sind."),
    ("Unplug the table and plug it in again. {list}", "Stecken Sie die Liege aus und wieder ein. {list}"),
    (
        "On Linux your user needs the group that owns the port (often dialout).",
        "Unter Linux muss der Benutzer zu der Gruppe gehören, der der Anschluss gehört (oft dialout).",
    ),
    (
        "Close the other program, as `bascule watch` in another terminal; `bascule doctor` may know which it is.",
        (
            "Beenden Sie das andere Programm, etwa `bascule watch` in einem anderen Terminal; `bascule doctor` weiß "
            "vielleicht, welches es ist."
        ),
    ),
    (
        "Write the path of a serial port, or socket://HOST:PORT.",
        "Schreiben Sie den Pfad eines seriellen Anschlusses, oder socket://HOST:PORT.",
    ),
    ("{port} cannot be opened: {reason}", "{port} kann nicht geöffnet werden: {reason}"),
    ("{port} does not exist", "{port} gibt es nicht"),
    ("there is no device behind {port}", "hinter {port} ist kein Gerät"),
    ("nobody listens on {port}", "auf {port} hört niemand"),
    ("{port} is no serial port", "{port} ist kein serieller Anschluss"),
    (
        "{port} cannot be opened: this user has no right to",
        "{port} kann nicht geöffnet werden: Dieser Benutzer darf es nicht",
    ),
    ("{port} is in use by another program", "{port} wird von einem anderen Programm benutzt"),
    ("'{port}' is no name of a port", "'{port}' ist kein Name eines Anschlusses"),
    ("It has {listed}.", "Sie hat {listed}."),
    (
        "It has none: push one with `bascule profile push`.",
        "Sie hat keines: Übertragen Sie eines mit `bascule profile push`.",
    ),
    ("the table has no profile '{who}'", "die Liege hat kein Profil '{who}'"),
    (
        "Plug the table in, start one with `bascule sim`, or name the port with -p.",
        "Stecken Sie die Liege ein, starten Sie eine mit `bascule sim`, oder nennen Sie den Anschluss mit -p.",
    ),
    ("Say which one: -p {port}", "Sagen Sie, welche: -p {port}"),
    ("Set TMPDIR to a folder of your own.", "Setzen Sie TMPDIR auf einen eigenen Ordner."),
    ("no table was found", "es wurde keine Liege gefunden"),
    ("{count} tables were found: {listed}", "{count} Liegen wurden gefunden: {listed}"),
    ("{place} belongs to another user", "{place} gehört einem anderen Benutzer"),
    (
        "the table has no profile, so it has no progress to show",
        "die Liege hat kein Profil, also auch keinen Fortschritt zu zeigen",
    ),
    (
        "the program that shared {port} has ended, or lost the port",
        "das Programm, das {port} geteilt hat, ist zu Ende oder hat den Anschluss verloren",
    ),
    ("Run the command again.", "Rufen Sie den Befehl noch einmal auf."),
    ("sending byte {at} of {count}", "sende Byte {at} von {count}"),
    # The page.
    (
        'Run `pip install "bascule[ui]"`, in a checkout `pip install ".[ui]"`.',
        'Rufen Sie `pip install "bascule[ui]"` auf, in einer Arbeitskopie `pip install ".[ui]"`.',
    ),
    ("the page is not installed here: {listed} missing", "die Seite ist hier nicht installiert: {listed} fehlt"),
    ("the page could not be served", "die Seite konnte nicht bereitgestellt werden"),
    ("Run it again with --headless.", "Rufen Sie es noch einmal mit --headless auf."),
)
