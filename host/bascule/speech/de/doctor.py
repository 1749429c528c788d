"""German: What `bascule doctor` finds, and what to do about it."""

PAIRS: tuple[tuple[str, str], ...] = (
    # What came of it, and what was looked at.
    ("ok", "in Ordnung"),
    ("trouble", "Problem"),
    ("cannot tell", "unklar"),
    ("port", "Anschluss"),
    ("rights", "Rechte"),
    ("held by", "benutzt von"),
    ("modem", "Modem"),
    ("hello", "Gruß"),
    ("answers", "Antworten"),
    ("versions", "Versionen"),
    ("program", "Programm"),
    ("self-test", "Selbsttest"),
    ("sensor", "Sensor"),
    ("supply", "Stromquelle"),
    ("battery", "Akku"),
    ("STOP", "STOP"),
    ("ankle locks", "Knöchel"),
    ("clock", "Uhr"),
    ("profile", "Profil"),
    # Up to the cable.
    ("{port} is there", "{port} ist da"),
    ("{port} is the port that was asked for", "{port} ist der verlangte Anschluss"),
    ("table {serial} answers", "Liege {serial} antwortet"),
    (
        (
            "sudo cp {rules} /etc/udev/rules.d/ && sudo udevadm control --reload && sudo udevadm trigger, then plug it "
            "in again"
        ),
        (
            "sudo cp {rules} /etc/udev/rules.d/ && sudo udevadm control --reload && sudo udevadm trigger, dann noch "
            "einmal einstecken"
        ),
    ),
    (
        "sudo usermod -a -G {group} $USER and log in again; or {install}",
        "sudo usermod -a -G {group} $USER und neu anmelden; oder {install}",
    ),
    (
        "Plug the table in; `bascule devices` lists what is there.",
        "Stecken Sie die Liege ein; `bascule devices` zählt auf, was da ist.",
    ),
    ("{port} is not a device file, so it needs no rights", "{port} ist keine Gerätedatei und braucht keine Rechte"),
    ("{port} is not there", "{port} ist nicht da"),
    ("this user may read and write {port}", "dieser Benutzer darf {port} lesen und beschreiben"),
    ("this user may not open {port}", "dieser Benutzer darf {port} nicht öffnen"),
    ("this platform does not say who has a port open", "dieses System sagt nicht, wer einen Anschluss offen hat"),
    (
        "{port} is shared by {name} ({sharer}): other commands work beside it",
        "{port} wird von {name} ({sharer}) geteilt: Andere Befehle arbeiten daneben",
    ),
    ("{port} is open in {programs}", "{port} ist offen in {programs}"),
    (
        "Close that program; two on one port take each other's answers.",
        "Beenden Sie jenes Programm; zwei an einem Anschluss nehmen einander die Antworten weg.",
    ),
    ("no program of this user has {port} open", "kein Programm dieses Benutzers hat {port} offen"),
    ("ModemManager is not running here", "ModemManager läuft hier nicht"),
    ("ModemManager leaves this port alone", "ModemManager lässt diesen Anschluss in Ruhe"),
    (
        "ModemManager is running and may send to the table, which ignores that but answers late",
        "ModemManager läuft und sendet vielleicht an die Liege, die das nicht beachtet, aber spät antwortet",
    ),
    # Versions and program.
    (
        "the table has firmware {firmware}, but this tool is {version}",
        "die Liege hat Firmware {firmware}, aber dieses Programm ist {version}",
    ),
    ("firmware and tool are both {version}", "Firmware und Programm sind beide {version}"),
    (
        "`bascule deploy` installs this tool's firmware on it.",
        "`bascule deploy` bringt die Firmware dieses Programms darauf.",
    ),
    (
        "the table does not tell which program it runs: a simulated one has none in flash",
        "die Liege sagt nicht, welches Programm sie hat: Eine simulierte hat keines im Flash",
    ),
    ("runs {runs}, but the image built here holds {built}", "hat {runs}, aber das hier gebaute Image enthält {built}"),
    ("`bascule deploy` installs the one built here.", "`bascule deploy` bringt das hier gebaute darauf."),
    ("runs {runs}, the image built here", "hat {runs}, das hier gebaute Image"),
    # The parts of the board.
    ("every part of the board answered at start-up", "jeder Teil der Platine hat beim Start geantwortet"),
    ("the table's storage is full", "der Speicher der Liege ist voll"),
    (
        "Switch the table off and check the wiring of these parts (docs/hardware/wiring.md).",
        "Schalten Sie die Liege aus und prüfen Sie die Verdrahtung dieser Teile (docs/hardware/wiring.md).",
    ),
    (
        (
            "If only `flash` failed: switch the table off, hold OK while switching it on, and let go of it within 5 s. "
            "This erases the storage that cannot be read, with everything in it. Then push the profiles again. If "
            "`flash` still fails, the flash chip cannot be written: have the board replaced."
        ),
        (
            "Hat nur `flash` versagt: Schalten Sie die Liege aus, halten Sie OK beim Einschalten und lassen Sie "
            "innerhalb von 5 s los. Das löscht den unlesbaren Speicher mit allem darin. Dann übertragen Sie die "
            "Profile noch einmal. Versagt `flash` weiter, dann lässt sich der Chip nicht beschreiben: Lassen Sie die "
            "Platine ersetzen."
        ),
    ),
    (
        (
            "`flash_full` means that the table's storage is full. What it holds is whole: do not erase it. Files that "
            "are not the table's take the room, and can be removed in maintenance (docs/hardware/README.md)."
        ),
        (
            "`flash_full` heißt, dass der Speicher der Liege voll ist. Was darin ist, ist heil: Löschen Sie es nicht. "
            "Den Platz belegen Dateien, die nicht der Liege gehören; in der Wartung können sie entfernt werden "
            "(docs/hardware/README.md)."
        ),
    ),
    (
        "`volts` means the wire from ANALOG_SELECT to the 74LVC1G3157, or the resistor there.",
        "`volts` heißt: die Leitung von ANALOG_SELECT zum 74LVC1G3157, oder der Widerstand dort.",
    ),
    (
        (
            "`{chip}` means that a chip answers there with that id: neither an LSM6DSOX (6ch at address 6ah) nor an "
            "MPU-6050 (68h at 69h), whatever is printed on it. Fit one of these two, strapped to its address "
            "(docs/hardware/parts.md)."
        ),
        (
            "`{chip}` heißt, dass dort ein Chip mit dieser Kennung antwortet: weder ein LSM6DSOX (6ch auf Adresse 6ah) "
            "noch ein MPU-6050 (68h auf 69h), was immer aufgedruckt ist. Bauen Sie einen von beiden ein, auf seine "
            "Adresse gelegt (docs/hardware/parts.md)."
        ),
    ),
    (
        "`program` means that the image in flash has changed: install it again with `bascule deploy`.",
        (
            "`program` heißt, dass sich das Image im Flash verändert hat: Bringen Sie es mit `bascule deploy` noch "
            "einmal darauf."
        ),
    ),
    # Sensors, power and what is pressed.
    ("{code}: {text}", "{code}: {text}"),
    ("See docs/safety/safe-states.md.", "Siehe docs/safety/safe-states.md."),
    ("{deg} degrees is an angle that no table can reach", "{deg} Grad sind ein Winkel, den keine Liege erreicht"),
    (
        "Have its mounting and its cable checked (docs/hardware/calibration.md).",
        "Lassen Sie Befestigung und Kabel prüfen (docs/hardware/calibration.md).",
    ),
    (
        "the tilt sensor says {deg} degrees, but the position sensor {pos_deg}",
        "der Neigungssensor sagt {deg} Grad, aber der Positionssensor {pos_deg}",
    ),
    (
        "{deg} degrees, the same to the last digit {looks} times",
        "{deg} Grad, {looks} Mal gleich bis zur letzten Stelle",
    ),
    (
        "Run this again: a working sensor shows a little noise.",
        "Rufen Sie dies noch einmal auf: Ein heiler Sensor rauscht ein wenig.",
    ),
    (
        "{deg} degrees with a little noise; the position sensor agrees",
        "{deg} Grad mit ein wenig Rauschen; der Positionssensor stimmt zu",
    ),
    ("the panel's display answers", "das Display der Anzeige antwortet"),
    ("the panel's display does not answer", "das Display der Anzeige antwortet nicht"),
    (
        "Check its cable: a session cannot be confirmed without it.",
        "Prüfen Sie sein Kabel: Ohne Display kann keine Sitzung bestätigt werden.",
    ),
    ("`bascule language LANGUAGE` chooses it again.", "`bascule language LANGUAGE` wählt sie noch einmal."),
    (
        "Tell the project, with `bascule panel` of the page that shows it.",
        "Melden Sie es dem Projekt, mit `bascule panel` von der Seite, die es zeigt.",
    ),
    ("{volts} V at the motor's supply", "{volts} V am Strom des Motors"),
    (
        "{volts} V at the motor's supply, which should be about 24",
        "{volts} V am Strom des Motors, wo etwa 24 sein sollen",
    ),
    ("Check the supply and the fuses.", "Prüfen Sie Netzteil und Sicherungen."),
    ("{volts} V", "{volts} V"),
    ("{volts} V: too weak to bring a person up", "{volts} V: zu schwach, um jemanden hochzubringen"),
    ("Charge or replace it, and check its fuse.", "Laden oder ersetzen Sie ihn, und prüfen Sie seine Sicherung."),
    ("STOP is pressed, or its wire is cut", "STOP ist gedrückt, oder seine Leitung ist unterbrochen"),
    (
        "Twist STOP to release it; check the loop wiring at both ends.",
        "Drehen Sie STOP, um ihn zu lösen; prüfen Sie die Leitung an beiden Enden.",
    ),
    ("released, and its loop is closed", "gelöst, und seine Schleife ist geschlossen"),
    (
        "left {left}, right {right}: to test them, open and close each, and run this again",
        "links {left}, rechts {right}: Zum Prüfen öffnen und schließen Sie jeden Halter und rufen dies noch einmal auf",
    ),
    ("closed", "zu"),
    ("open", "offen"),
    # Clock and profile.
    ("the table has no valid date: {why}", "die Liege hat kein gültiges Datum: {why}"),
    ("the table has no valid date", "die Liege hat kein gültiges Datum"),
    (
        "`bascule status` sets it to this computer's time, as every command that connects does, except this one.",
        "`bascule status` stellt sie auf die Zeit dieses Rechners, wie jeder Befehl, der verbindet, außer diesem.",
    ),
    ("{sets} If that does not help, check the clock chip.", "{sets} Hilft das nicht, dann prüfen Sie den Uhrenchip."),
    ("the table's date is {day}", "das Datum der Liege ist {day}"),
    ("{table}, but this computer's is {now}", "{table}, aber das dieses Rechners ist {now}"),
    ("Find out which one is right. {sets}", "Finden Sie heraus, welches stimmt. {sets}"),
    ("a normal wait: {why}", "eine gewöhnliche Wartezeit: {why}"),
    ("locked: {why}", "gesperrt: {why}"),
    ("{text} (and {count} more: `bascule status`)", "{text} (und {count} weitere: `bascule status`)"),
    (
        "`bascule profile check FILE` explains it; `bascule profile push FILE` stores a profile.",
        "`bascule profile check DATEI` erklärt es; `bascule profile push DATEI` speichert ein Profil.",
    ),
    ("nobody is chosen at the panel", "an der Anzeige ist niemand gewählt"),
    ("Choose with UP and DOWN, then OK.", "Wählen Sie mit UP und DOWN, dann OK."),
    ("{name}: up to {deg} degrees past horizontal", "{name}: bis {deg} Grad unter der Waagerechten"),
)
