"""German: by the English, what this tool says beside the sentences of the rules. A {gap} keeps its name.

Of the errors and the interview it is in de/; what is heard from elsewhere, as whole sentences, too.
"""

from bascule.speech.de import cable, commands, deploy, doctor, files, form, interview, live, problems

_PAIRS: tuple[tuple[str, str], ...] = (
    # The sheet.
    (
        (
            "Stop and come up (hold UP) at dizziness, headache, pressure in eyes or ears, blurred sight, nausea, new "
            "or stronger pain, fear."
        ),
        (
            "Aufhören und hochkommen (UP halten) bei Schwindel, Kopfschmerz, Druck in Augen oder Ohren, unscharfem "
            "Sehen, Übelkeit, neuem oder stärkerem Schmerz, Angst."
        ),
    ),
    (
        "Call emergency services at chest pain, trouble breathing, a drooping face, weakness of one side, or fainting.",
        (
            "Den Notruf (112) wählen bei Brustschmerz, Atemnot, hängendem Mundwinkel, Schwäche einer Körperhälfte oder "
            "Ohnmacht."
        ),
    ),
    (
        (
            "Go to an emergency department now at numbness between the legs, new weakness of a leg, or trouble with "
            "bladder or bowel."
        ),
        (
            "Sofort in eine Notaufnahme gehen bei Taubheitsgefühl im Schritt, neuer Schwäche eines Beins oder "
            "Störungen von Blase oder Darm."
        ),
    ),
    (
        "The table stays locked until the profile has a valid clearance for each of these. Ask who may give it.",
        (
            "Die Liege bleibt gesperrt, bis das Profil für jeden dieser Punkte eine gültige Freigabe hat. Fragen Sie, "
            "wer sie geben darf."
        ),
    ),
    (
        "A clearance alone does not open the table. Do not use it. Ask a physician what else may help.",
        (
            "Eine Freigabe allein öffnet die Liege nicht. Benutzen Sie sie nicht. Fragen Sie ärztlich nach, was sonst "
            "helfen kann."
        ),
    ),
    (
        "After any new diagnosis, operation, medicine or pregnancy. The profile must be renewed first.",
        "Nach jeder neuen Diagnose, Operation, Arznei oder Schwangerschaft. Erst muss das Profil erneuert werden.",
    ),
    (
        "When pain is worse after a session, or no better after some weeks.",
        "Wenn der Schmerz nach einer Sitzung stärker ist oder nach einigen Wochen nicht besser.",
    ),
    (
        "On {day} a clearance ends, and the plan with it. Past that day the table is locked.",
        "Am {day} endet eine Freigabe und mit ihr der Plan. Danach ist die Liege gesperrt.",
    ),
    (
        "The profile holds it there, at {deg}°, until it is changed.",
        "Das Profil hält es dort, bei {deg}°, bis es geändert wird.",
    ),
    (
        (
            "Bascule is not a medical device. This page is not medical advice and does not say that inversion is safe "
            "or helps. Its angles and times are the project's own proposals. The table itself decides what is allowed "
            "each day."
        ),
        (
            "Bascule ist kein Medizinprodukt. Diese Seite ist kein ärztlicher Rat und sagt nicht, dass kopfüber zu "
            "liegen sicher ist oder hilft. Winkel und Zeiten sind Vorschläge des Projekts. Was an jedem Tag erlaubt "
            "ist, entscheidet die Liege selbst."
        ),
    ),
    ("Stop signs", "Wann Sie aufhören müssen"),
    ("When to ask a professional", "Wann Sie eine Fachperson fragen"),
    ("Goal and notes", "Ziel und Notizen"),
    ("At most {deg}° past horizontal", "Höchstens {deg}° unter der Waagerechten"),
    ("Inversion table", "Inversionsliege"),
    ("born {year}", "geboren {year}"),
    ("Begins at {deg}° for {seconds} s", "Beginnt bei {deg}° für {seconds} s"),
    ("Next at {deg}° for {seconds} s", "Als Nächstes {deg}° für {seconds} s"),
    ("How to begin", "So beginnen Sie"),
    ("The next session", "Die nächste Sitzung"),
    (
        "Go to {deg}° for at most {seconds} s, never alone at home. 0° is lying flat, 90° is upside down.",
        "Gehen Sie bis {deg}° für höchstens {seconds} s, nie allein zu Hause. 0° ist flach liegend, 90° ist kopfüber.",
    ),
    (
        (
            "At most {count} sessions a day, {minutes} minutes apart. Do not eat for two hours before, and do not "
            "invert after alcohol or sedatives."
        ),
        (
            "Höchstens {count} Sitzungen am Tag, mit {minutes} Minuten dazwischen. Zwei Stunden vorher nichts essen, "
            "und nicht nach Alkohol oder Beruhigungsmitteln."
        ),
    ),
    (
        "Come up slowly, and rest a minute at level before standing.",
        "Kommen Sie langsam hoch und ruhen Sie eine Minute flach, bevor Sie aufstehen.",
    ),
    (
        "{condition}: valid until {day} by the clearance of {clinician}.",
        "{condition}: gültig bis {day} durch die Freigabe von {clinician}.",
    ),
    ("To be acknowledged at the table: {text}", "An der Liege zu bestätigen: {text}"),
    ("{mark} means: {meaning}.", "{mark} heißt: {meaning}."),
    ("The limit, and why", "Die Grenze, und warum"),
    ("Seek care now: do not invert", "Sofort ärztliche Hilfe suchen: nicht kopfüber liegen"),
    ("Go to an emergency department today.", "Gehen Sie heute in eine Notaufnahme."),
    ("Locked: do not invert", "Gesperrt: nicht kopfüber liegen"),
    ("The table does not go head-down.", "Die Liege senkt den Kopf nicht."),
    ("Why it is locked", "Warum sie gesperrt ist"),
    (
        "A step takes at least {count} completed sessions and {days} days. Nobody has to go on.",
        "Ein Schritt braucht mindestens {count} ganze Sitzungen und {days} Tage. Niemand muss weitergehen.",
    ),
    (
        "After a break it goes back, by a step for each {days} days.",
        "Nach einer Pause geht es zurück, um einen Schritt für je {days} Tage.",
    ),
    ("from day {day}", "ab Tag {day}"),
    ("now", "jetzt"),
    ("when, at the earliest", "wann frühestens"),
    ("angle", "Winkel"),
    ("time", "Zeit"),
    ("What comes next", "Wie es weitergeht"),
    # What bounds the angle.
    ("the most this table is made for [D]", "das Höchste, wofür diese Liege gebaut ist [D]"),
    ("the profile's own maximum", "das eigene Höchstmaß des Profils"),
    ("where the profile holds the steps for now", "wo das Profil die Schritte vorerst hält"),
    (
        "the step that this person has reached on this table [D]",
        "der Schritt, den diese Person auf dieser Liege erreicht hat [D]",
    ),
    ("{name}: the clearance's own maximum", "{name}: das eigene Höchstmaß der Freigabe"),
    # A verdict.
    (
        "For the first sessions, have somebody there who knows how to bring the table back.",
        "Bei den ersten Sitzungen soll jemand da sein, der weiß, wie man die Liege zurückholt.",
    ),
    (
        "locked: a table with this profile does not invert",
        "gesperrt: eine Liege mit diesem Profil senkt den Kopf nicht",
    ),
    ("refused: this profile is malformed", "abgelehnt: dieses Profil ist fehlerhaft"),
    (
        "usable: now {deg} degrees past horizontal for {seconds} s",
        "benutzbar: jetzt {deg} Grad unter der Waagerechten für {seconds} s",
    ),
    (
        "usable: begins at {deg} degrees past horizontal for {seconds} s",
        "benutzbar: beginnt bei {deg} Grad unter der Waagerechten für {seconds} s",
    ),
    ("{deg} degrees", "{deg} Grad"),
    (" and ", " und "),
    ("may grow to {most}", "darf wachsen bis {most}"),
    ("does not grow", "wächst nicht"),
    ("{first}; {ends}, bound by {origin}", "{first}; {ends}, begrenzt durch {origin}"),
    ("{deg} deg  {origin}", "{deg} Grad {origin}"),
    ("{seconds} s    head-down in one session at most", "{seconds} s    höchstens mit dem Kopf unten in einer Sitzung"),
    (
        (
            "It grows by at most {deg} deg and {seconds} s at a time, each after {count} completed sessions and {days} "
            "days."
        ),
        (
            "Es wächst jedes Mal um höchstens {deg} Grad und {seconds} s, jeweils nach {count} ganzen Sitzungen und "
            "{days} Tagen."
        ),
    ),
    ("warning {code}: {text}", "Warnung {code}: {text}"),
    ("note: {text}", "Hinweis: {text}"),
    # A condition.
    ("the table stays locked, even with a clearance", "die Liege bleibt gesperrt, auch mit einer Freigabe"),
    (
        "the table stays locked until there is a valid clearance",
        "die Liege bleibt gesperrt, bis es eine gültige Freigabe gibt",
    ),
    ("allowed up to a certain angle", "erlaubt bis zu einem bestimmten Winkel"),
    (
        "allowed after the person acknowledges a warning at the table",
        "erlaubt, nachdem eine Warnung an der Liege bestätigt ist",
    ),
    (
        "the table asks about it each day; declared in a profile, it locks the table until it is taken out",
        "die Liege fragt jeden Tag danach; im Profil angegeben, sperrt es die Liege, bis es herausgenommen ist",
    ),
    ("noted, without any effect on the table", "vermerkt, ohne Wirkung auf die Liege"),
    ("not known to this tool", "diesem Programm nicht bekannt"),
    ("read in that source", "in dieser Quelle gelesen"),
    ("general knowledge", "allgemeines Wissen"),
    ("this project's own judgment", "Urteil dieses Projekts"),
    (
        "Seek care now: go to an emergency department today.",
        "Sofort ärztliche Hilfe suchen: Gehen Sie heute in eine Notaufnahme.",
    ),
    (
        "Categories, angles and waits are this project's own proposals, not a manufacturer's and not a clinician's.",
        (
            "Kategorien, Winkel und Wartezeiten sind Vorschläge dieses Projekts, nicht die eines Herstellers und keine "
            "ärztlichen."
        ),
    ),
    (
        "a clearance counts only if it was given at least {days} days after the operation or event",
        "eine Freigabe zählt nur, wenn sie mindestens {days} Tage nach der Operation oder dem Ereignis gegeben wurde",
    ),
    ("category", "Kategorie"),
    ("cleared by", "Freigabe von"),
    ("cap", "Höchstwert"),
    ("session", "Sitzung"),
    ("wait", "Wartezeit"),
    ("why", "warum"),
    ("source", "Quelle"),
    ("A clearance must come from {who}.", "Eine Freigabe muss von {who} kommen."),
    (
        "at most {deg} degrees past horizontal, even with a clearance",
        "höchstens {deg} Grad unter der Waagerechten, auch mit einer Freigabe",
    ),
    ("at most {deg} degrees past horizontal", "höchstens {deg} Grad unter der Waagerechten"),
    ("at most {seconds} s head-down in one session", "höchstens {seconds} s mit dem Kopf unten in einer Sitzung"),
    (
        "If it is none of these, ask a physician; in a profile, write {key}.",
        "Ist es nichts davon, dann fragen Sie ärztlich nach; im Profil schreiben Sie {key}.",
    ),
    (
        "'{words}': do you mean one of these? Name it by its key.",
        "'{words}': Meinen Sie eines davon? Nennen Sie es mit seinem Schlüssel.",
    ),
    # A push, and what is stored.
    ("stored as revision {number} on {port}", "gespeichert als Stand {number} auf {port}"),
    (
        "the laptop's verdict differs; the table's verdict is the one in force",
        "der Laptop urteilt anders; es gilt das Urteil der Liege",
    ),
    ("no profile is stored", "es ist kein Profil gespeichert"),
    ("revision {number} on {port}", "Stand {number} auf {port}"),
    # Where what is said of a condition comes from.
    ("founding article [F]", "Gründungsartikel [F]"),
    (
        "the article's total hip replacement [F], read for any artificial hip [D]",
        "künstliches Hüftgelenk im Artikel [F], gelesen für jede künstliche Hüfte [D]",
    ),
    ("the grade and the angle [D]", "Grad und Winkel [D]"),
    ("the angle, that of a worn hip [D]", "der Winkel, wie bei abgenutzter Hüfte [D]"),
    ("Teeter guide, for dislocations [F]", "Teeter-Anleitung, für Ausrenkungen [F]"),
    ("wait and angle [D]", "Wartezeit und Winkel [D]"),
    ("founding article, for damage to an implant [F]", "Gründungsartikel, für Schaden an einem Implantat [F]"),
    ("Teeter guide, for implants [F]", "Teeter-Anleitung, für Implantate [F]"),
    ("the wait, that of any strain, and the angle [D]", "die Wartezeit, wie bei jeder Zerrung, und der Winkel [D]"),
    ("studies of hip traction [F]", "Studien zu Zug an der Hüfte [F]"),
    ("category and angle [D]", "Kategorie und Winkel [D]"),
    ("general knowledge [R]", "allgemeines Wissen [R]"),
    ("category as for a severely worn hip [D]", "Kategorie wie bei stark abgenutzter Hüfte [D]"),
    ("a clinic's list [F]", "Liste einer Klinik [F]"),
    ("category and wait [D]", "Kategorie und Wartezeit [D]"),
    ("category, and the wait, that of a sprain [D]", "Kategorie, und die Wartezeit, wie bei einer Verstauchung [D]"),
    ("wait [D]", "Wartezeit [D]"),
    ("category [D]", "Kategorie [D]"),
    ("a traction guide [F]", "ein Leitfaden zu Zug [F]"),
    ("Teeter guide [F]", "Teeter-Anleitung [F]"),
    ("retail lists [F]", "Listen des Handels [F]"),
    (
        "trial exclusions, for surgery within six months [F]",
        "Ausschlüsse von Studien, für Operationen in den letzten sechs Monaten [F]",
    ),
    ("older Teeter list [F]", "ältere Teeter-Liste [F]"),
    ("physiotherapy teaching on traction [F]", "Lehre der Physiotherapie zu Zug [F]"),
    ("angle, that of loose joints [D]", "Winkel, wie bei lockeren Gelenken [D]"),
    ("study of eye pressure in inversion [F]", "Studie zum Augendruck kopfüber [F]"),
    ("Teeter list [F]", "Teeter-Liste [F]"),
    ("retail lists, for recent surgery [F]", "Listen des Handels, für frische Operationen [F]"),
    ("trial exclusions, for six months [F]", "Ausschlüsse von Studien, für sechs Monate [F]"),
    ("that it ends [D]", "dass es endet [D]"),
    ("a weak source on eye pressure [F]", "eine schwache Quelle zum Augendruck [F]"),
    ("studies of blood pressure in inversion [F]", "Studien zum Blutdruck kopfüber [F]"),
    ("retail list [F]", "Liste des Handels [F]"),
    ("a seller's advice [F]", "Rat eines Händlers [F]"),
    ("angle [D]", "Winkel [D]"),
    ("study of the heart in inversion [F]", "Studie zum Herzen kopfüber [F]"),
    ("studies of the heart in inversion [F]", "Studien zum Herzen kopfüber [F]"),
    ("makers' list of 1983 [F]", "Liste der Hersteller von 1983 [F]"),
    ("petechiae seen in a trial [F]", "Hautblutungen in einer Studie [F]"),
    ("a weak source [F]", "eine schwache Quelle [F]"),
    ("a maker of traction devices, for blood vessels [F]", "ein Hersteller von Zuggeräten, für Blutgefäße [F]"),
    ("that it ends, wait and angle [D]", "dass es endet, Wartezeit und Winkel [D]"),
    ("Teeter guide, for brain trauma [F]", "Teeter-Anleitung, für Hirnverletzungen [F]"),
    ("the grade [D]", "der Grad [D]"),
    ("Teeter guide, for cognition and disorientation [F]", "Teeter-Anleitung, für Denken und Orientierung [F]"),
    ("Teeter guide names dizziness [F]", "Teeter-Anleitung nennt Schwindel [F]"),
    ("trial exclusions [F]", "Ausschlüsse von Studien [F]"),
    ("angle, that of reflux [D]", "Winkel, wie bei Reflux [D]"),
    ("older Teeter list, for hernias [F]", "ältere Teeter-Liste, für Eingeweidebrüche [F]"),
    ("a clinic's article [F]", "Artikel einer Klinik [F]"),
    ("a maker's manual [F]", "Anleitung eines Herstellers [F]"),
    ("a maker of traction devices [F]", "ein Hersteller von Zuggeräten [F]"),
    ("Teeter guide, for fractures [F]", "Teeter-Anleitung, für Knochenbrüche [F]"),
    ("category, and the angle, that of loose joints [D]", "Kategorie, und der Winkel, wie bei lockeren Gelenken [D]"),
    ("red flag, general knowledge [R]", "Warnzeichen, allgemeines Wissen [R]"),
    ("case report, for narrow necks [F]", "Fallbericht, für enge Hälse [F]"),
    ("trial, which took such patients [F]", "Studie, die solche Kranken aufnahm [F]"),
    ("a traction guide, for large ones [F]", "ein Leitfaden zu Zug, für große [F]"),
    ("Teeter guide, for implanted supports [F]", "Teeter-Anleitung, für eingesetzte Stützen [F]"),
    (
        "older Teeter list, which asks for a physician's approval [F]",
        "ältere Teeter-Liste, die ärztliche Zustimmung verlangt [F]",
    ),
    ("news reports [F]", "Medienberichte [F]"),
    ("time [D]", "Zeit [D]"),
    ("the angle [D]", "der Winkel [D]"),
    ("retail list, for ear infections [F]", "Liste des Handels, für Ohrentzündungen [F]"),
    ("Teeter guide, for ability to operate [F]", "Teeter-Anleitung, für Fähigkeit zur Bedienung [F]"),
    ("Teeter guide, for side effects of drugs [F]", "Teeter-Anleitung, für Nebenwirkungen von Arzneien [F]"),
    ("two hours [D]", "zwei Stunden [D]"),
    ("retail tables are rated for 113 to 136 kg [F]", "Liegen des Handels sind für 113 bis 136 kg gebaut [F]"),
    ("this table's rating [D]", "was diese Liege trägt [D]"),
    (
        "the lightest person that the balance was tried with [D]",
        "die leichteste Person, mit der das Gleichgewicht erprobt wurde [D]",
    ),
    ("retail list, for extreme obesity [F]", "Liste des Handels, für extremes Übergewicht [F]"),
    ("the index [R]", "der Index [R]"),
    ("that it is found by weight and height [D]", "dass es an Gewicht und Größe erkannt wird [D]"),
    (
        "a retail table begins at 147 cm [F], others at 142 cm [R]",
        "eine Liege des Handels beginnt bei 147 cm [F], andere bei 142 cm [R]",
    ),
    ("this table's range [D]", "Bereich dieser Liege [D]"),
    ("retail tables end at 198 cm [F]", "Liegen des Handels enden bei 198 cm [F]"),
    ("scope of ISO 20957-1, for under 14 [F]", "Geltungsbereich von ISO 20957-1, für unter 14 [F]"),
    ("18 [D]", "18 [D]"),
    ("case report at 64 [F]", "Fallbericht mit 64 [F]"),
    ("fatal entrapment at 64 [F]", "tödliches Festsitzen mit 64 [F]"),
    ("the age and the angle [D]", "Alter und Winkel [D]"),
    ("the age [D]", "das Alter [D]"),
    ("that it locks [D]", "dass es sperrt [D]"),
)
OWN = (_PAIRS, interview.PAIRS, files.PAIRS, problems.PAIRS, deploy.PAIRS, commands.PAIRS, live.PAIRS, doctor.PAIRS)
FROM_ELSEWHERE = (form.PAIRS, cable.PAIRS)
SENTENCES: dict[str, str] = {english: german for pairs in OWN for english, german in pairs}
HEARD: dict[str, str] = {english: german for pairs in FROM_ELSEWHERE for english, german in pairs}
