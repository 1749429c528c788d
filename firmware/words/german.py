"""German: (English, German), sorted by the English (firmware/words/__init__.py).

Plain and short, with "Sie". Buttons are called what stands on them. What a condition is called here stands in quotation
marks where another text names it. A sentence that is put into a gap fits the sentence around it.
"""

PAIRS = (
    ("%d", "%d"),
    ("%d day", "%d Tag"),
    ("%d days", "%d Tagen"),
    ("%d degrees", "%d Grad"),
    ("%d more good session", "%d weiteren guten Sitzung"),
    ("%d more good sessions", "%d weiteren guten Sitzungen"),
    ("%d.%d", "%d,%d"),
    ("%d.%d degrees", "%d,%d Grad"),
    ("%s Come back in %d minutes.", "%s Kommen Sie in %d Minuten wieder."),
    (
        "%s Locked until the profile is renewed: go through it, push it again, and confirm it here.",
        (
            "%s Gesperrt, bis das Profil erneuert ist: Gehen Sie es durch, übertragen Sie es noch einmal und "
            "bestätigen Sie es hier."
        ),
    ),
    ("%s and %s", "%s und %s"),
    ("%s deg, %d s", "%s Grad, %d s"),
    ("%s: %s", "%s: %s"),
    (
        "%s: %s The table stays locked, even with a clearance.",
        "%s: %s Die Liege bleibt gesperrt, auch mit einer Freigabe.",
    ),
    (
        (
            "%s: under [since] in the profile, write the date on which it happened, as %s = 2026-09-01. It must not be "
            "later than today."
        ),
        (
            "%s: Schreiben Sie im Profil unter [since] den Tag, an dem es war, so: %s = 2026-09-01. Er darf nicht nach "
            "heute liegen."
        ),
    ),
    ("0: none   10: worst", "0:keiner 10:stärkster"),
    (
        "15 to 30 degrees is the useful band, and more is not better. At 15, friction may hold all of the pull.",
        (
            "15 bis 30 Grad sind der nützliche Bereich, und mehr ist nicht besser. Bei 15 kann die Reibung den ganzen "
            "Zug halten."
        ),
    ),
    ("60 years or older", "60 Jahre oder älter"),
    ("60 years or older, and alone in the house", "60 Jahre oder älter, und allein im Haus"),
    ("A button stays pressed.", "Eine Taste bleibt gedrückt."),
    (
        "A chip answers as %02xh at address %02xh. The table knows an LSM6DSOX (6ch at 6ah), an MPU-6050 (68h at 69h).",
        (
            "Ein Chip antwortet als %02xh auf Adresse %02xh. Die Liege kennt einen LSM6DSOX (6ch auf 6ah) und einen "
            "MPU-6050 (68h auf 69h)."
        ),
    ),
    (
        (
            "A laptop has told this table that it was %s, and clearances are judged by that. If %s is right, press OK "
            "at the panel until it asks."
        ),
        (
            "Ein Laptop hat dieser Liege gesagt, es sei %s gewesen, und danach werden Freigaben beurteilt. Stimmt %s, "
            "dann drücken Sie OK an der Anzeige, bis sie fragt."
        ),
    ),
    (
        (
            "A laptop's time was refused: %s. It said %s. Set the laptop's clock and connect it again. If the laptop "
            "is right, press OK at the panel until it asks for the time."
        ),
        (
            "Die Zeit eines Laptops wurde abgelehnt: %s. Er sagte %s. Stellen Sie die Uhr des Laptops und schließen "
            "Sie ihn wieder an. Hat der Laptop recht, dann drücken Sie OK an der Anzeige, bis sie nach der Zeit fragt."
        ),
    ),
    (
        "A laptop's time was refused: it is no time of today. Set the laptop's clock and connect it again.",
        (
            "Die Zeit eines Laptops wurde abgelehnt: Es ist keine Zeit von heute. Stellen Sie die Uhr des Laptops und "
            "schließen Sie ihn wieder an."
        ),
    ),
    ("A leg, foot or arm weaker than before?", "Bein, Fuß oder Arm schwächer?"),
    ("A meal in the last two hours", "Mahlzeit in den letzten zwei Stunden"),
    ("A meal in the last two hours?", "Gegessen in den letzten 2 Stunden?"),
    ("A new medicine today", "Heute ein neues Medikament"),
    (
        "A partly replaced hip can come out of its socket under traction, just as a fully replaced one can.",
        "Auch eine teilweise künstliche Hüfte kann unter Zug aus der Pfanne springen, genau wie eine ganz künstliche.",
    ),
    (
        "A person who faints head-down cannot bring the table back.",
        "Wer kopfüber ohnmächtig wird, kann die Liege nicht zurückholen.",
    ),
    (
        "A person who falls asleep head-down cannot bring the table back.",
        "Wer kopfüber einschläft, kann die Liege nicht zurückholen.",
    ),
    (
        "A person who has a seizure head-down cannot bring the table back.",
        "Wer kopfüber einen Anfall hat, kann die Liege nicht zurückholen.",
    ),
    (
        "A physician must clear it first, because a nerve may be in danger. If it gets worse, seek care now.",
        (
            "Erst ärztlich freigeben lassen, weil ein Nerv in Gefahr sein kann. Wird es schlimmer, dann suchen Sie "
            "sofort ärztliche Hilfe."
        ),
    ),
    (
        "A physician must clear it first, because a person who is not awake cannot bring the table back.",
        "Erst ärztlich freigeben lassen, weil die Liege nicht zurückholen kann, wer nicht wach ist.",
    ),
    (
        (
            "A physician must clear it first, because a stiffened spine breaks more easily, and one vertebra may slide "
            "on the next."
        ),
        (
            "Erst ärztlich freigeben lassen, weil eine steife Wirbelsäule leichter bricht und ein Wirbel auf dem "
            "nächsten rutschen kann."
        ),
    ),
    (
        "A physician must clear it first, because a vertebra that has slipped may slip further under traction.",
        "Erst ärztlich freigeben lassen, weil ein verrutschter Wirbel unter Zug weiter rutschen kann.",
    ),
    (
        "A physician must clear it first, because a vertebra that is not joined to its arch may slip under traction.",
        "Erst ärztlich freigeben lassen, weil ein Wirbel ohne festen Bogen unter Zug rutschen kann.",
    ),
    (
        (
            "A physician must clear it first, because a very short-sighted eye is stretched, and pressure in it rises "
            "when the head is down."
        ),
        (
            "Erst ärztlich freigeben lassen, weil ein sehr kurzsichtiges Auge gedehnt ist und der Druck darin steigt, "
            "wenn der Kopf unten ist."
        ),
    ),
    (
        (
            "A physician must clear it first, because blood pressure changes on the way down, and falls again on the "
            "way up."
        ),
        (
            "Erst ärztlich freigeben lassen, weil sich der Blutdruck auf dem Weg nach unten ändert und auf dem Weg "
            "nach oben wieder fällt."
        ),
    ),
    (
        "A physician must clear it first, because cancer that has come back in bone weakens it without a sign.",
        "Erst ärztlich freigeben lassen, weil Krebs, der im Knochen wiedergekommen ist, ihn ohne ein Zeichen schwächt.",
    ),
    (
        (
            "A physician must clear it first, because coming up from inversion may bring it on. If you faint as well, "
            "declare 'Fainting spells'."
        ),
        (
            "Erst ärztlich freigeben lassen, weil das Hochkommen den Schwindel auslösen kann. Wenn Sie auch ohnmächtig "
            "werden, geben Sie 'Ohnmachtsanfälle' an."
        ),
    ),
    (
        (
            "A physician must clear it first, because disease of the heart, blood vessels and eyes often goes with it "
            "unnoticed. The weight limit of the table still applies."
        ),
        (
            "Erst ärztlich freigeben lassen, weil oft unbemerkt Krankheiten von Herz, Blutgefäßen und Augen "
            "dazukommen. Die Gewichtsgrenze der Liege gilt trotzdem."
        ),
    ),
    (
        (
            "A physician must clear it first, because feet with little feeling may not notice that an ankle lock "
            "presses or slips."
        ),
        (
            "Erst ärztlich freigeben lassen, weil Füße, die wenig spüren, nicht merken, wenn ein Knöchelhalter drückt "
            "oder rutscht."
        ),
    ),
    (
        (
            "A physician must clear it first, because fragile blood vessels in the retina may bleed when pressure in "
            "the eye rises."
        ),
        (
            "Erst ärztlich freigeben lassen, weil schwache Blutgefäße in der Netzhaut bluten können, wenn der Druck im "
            "Auge steigt."
        ),
    ),
    (
        (
            "A physician must clear it first, because inversion shifts blood from the legs to the head and changes the "
            "pressure everywhere."
        ),
        (
            "Erst ärztlich freigeben lassen, weil kopfüber Blut aus den Beinen in den Kopf fließt und sich der Druck "
            "überall ändert."
        ),
    ),
    (
        "A physician must clear it first, because it can loosen joints, including those of the neck.",
        "Erst ärztlich freigeben lassen, weil es Gelenke lockern kann, auch die im Hals.",
    ),
    (
        (
            "A physician must clear it first, because its cause may make inversion dangerous, and nobody can sit down "
            "while head-down."
        ),
        (
            "Erst ärztlich freigeben lassen, weil die Ursache das Kopfüberliegen gefährlich machen kann und sich "
            "kopfüber niemand hinsetzen kann."
        ),
    ),
    (
        (
            "A physician must clear it first, because its spells of dizziness come without warning, and nobody can sit "
            "down while head-down."
        ),
        (
            "Erst ärztlich freigeben lassen, weil die Schwindelanfälle ohne Warnung kommen und sich kopfüber niemand "
            "hinsetzen kann."
        ),
    ),
    (
        (
            "A physician must clear it first, because pressure in the blood vessels of the head rises when the head is "
            "down."
        ),
        "Erst ärztlich freigeben lassen, weil der Druck in den Blutgefäßen des Kopfes steigt, wenn der Kopf unten ist.",
    ),
    (
        (
            "A physician must clear it first, because pressure in the eye rises when the head is down, and may harm a "
            "weakened optic nerve."
        ),
        (
            "Erst ärztlich freigeben lassen, weil der Druck im Auge steigt, wenn der Kopf unten ist, und einem "
            "schwachen Sehnerv schaden kann."
        ),
    ),
    (
        (
            "A physician must clear it first, because pressure in the eye rises when the head is down, and this retina "
            "has no reserve."
        ),
        (
            "Erst ärztlich freigeben lassen, weil der Druck im Auge steigt, wenn der Kopf unten ist, und diese "
            "Netzhaut keine Reserve hat."
        ),
    ),
    (
        (
            "A physician must clear it first, because pressure in the head rises when the head is down, and may bring "
            "on an attack."
        ),
        (
            "Erst ärztlich freigeben lassen, weil der Druck im Kopf steigt, wenn der Kopf unten ist, und einen Anfall "
            "auslösen kann."
        ),
    ),
    (
        (
            "A physician must clear it first, because pressure in the head rises when the head is down. The cause of "
            "the headaches may make that dangerous."
        ),
        (
            "Erst ärztlich freigeben lassen, weil der Druck im Kopf steigt, wenn der Kopf unten ist. Die Ursache der "
            "Kopfschmerzen kann das gefährlich machen."
        ),
    ),
    (
        "A physician must clear it first, because straining and shifting bowels press on the gap in the groin.",
        "Erst ärztlich freigeben lassen, weil Pressen und der Darm auf die Lücke in der Leiste drücken.",
    ),
    (
        (
            "A physician must clear it first, because the bowels press on the lungs when the head is down, and these "
            "lungs have little reserve."
        ),
        (
            "Erst ärztlich freigeben lassen, weil der Darm auf die Lunge drückt, wenn der Kopf unten ist, und diese "
            "Lunge wenig Reserve hat."
        ),
    ),
    (
        "A physician must clear it first, because the bowels press on the lungs when the head is down.",
        "Erst ärztlich freigeben lassen, weil der Darm auf die Lunge drückt, wenn der Kopf unten ist.",
    ),
    (
        (
            "A physician must clear it first, because the person must understand the warnings and bring the table "
            "back. Even then, somebody must be there."
        ),
        (
            "Erst ärztlich freigeben lassen, weil man die Warnungen verstehen und die Liege zurückholen muss. Auch "
            "dann muss jemand dabei sein."
        ),
    ),
    (
        "A physician must clear it first, because the person who must bring the table back has to be alert.",
        "Erst ärztlich freigeben lassen, weil wach und aufmerksam sein muss, wer die Liege zurückholen soll.",
    ),
    (
        "A physician must clear it first, because the spinal cord may be held fast, and traction pulls on it.",
        "Erst ärztlich freigeben lassen, weil das Rückenmark festhängen kann und Zug daran zieht.",
    ),
    (
        (
            "A physician must clear it first, because the weight of the bowels shifts against the gap in the abdominal "
            "wall."
        ),
        "Erst ärztlich freigeben lassen, weil das Gewicht des Darms gegen die Lücke in der Bauchwand drückt.",
    ),
    (
        "A physician must clear it first, because tilting the head is what starts its spells.",
        "Erst ärztlich freigeben lassen, weil gerade das Kippen des Kopfes die Anfälle auslöst.",
    ),
    (
        "A physician must clear it first, because tilting the head may start a spell while the person is strapped in.",
        (
            "Erst ärztlich freigeben lassen, weil das Kippen des Kopfes einen Anfall auslösen kann, während man "
            "festgeschnallt ist."
        ),
    ),
    (
        "A physician must clear it first, because traction loads a curved spine unevenly.",
        "Erst ärztlich freigeben lassen, weil Zug eine krumme Wirbelsäule ungleich belastet.",
    ),
    (
        "A physician must clear it first, because what is not in this list has not been thought through for inversion.",
        (
            "Erst ärztlich freigeben lassen, weil für das, was nicht in dieser Liste steht, niemand die Folgen "
            "durchdacht hat."
        ),
    ),
    (
        "A physician must clear it first. An inflamed joint should not be put under traction.",
        "Erst ärztlich freigeben lassen. Ein entzündetes Gelenk soll nicht unter Zug kommen.",
    ),
    (
        (
            "A physician must clear it first. Even then, only moderate angles are allowed, because inversion raised "
            "blood pressure by about 17 mmHg in a study."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur mittlere Winkel erlaubt, weil der Blutdruck in einer "
            "Studie kopfüber um etwa 17 mmHg stieg."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only moderate angles are allowed, because nerves have little "
            "room in a narrow canal."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur mittlere Winkel erlaubt, weil Nerven in einem engen "
            "Kanal wenig Platz haben."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only moderate angles are allowed, because weaker bone bears "
            "less load."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur mittlere Winkel erlaubt, weil schwächerer Knochen "
            "weniger trägt."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only moderate angles are allowed. A large hernia may press "
            "harder on a nerve under traction."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur mittlere Winkel erlaubt. Ein großer Vorfall kann unter "
            "Zug stärker auf einen Nerv drücken."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because a shallow socket holds "
            "the hip less firmly under traction."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil eine flache Pfanne die "
            "Hüfte unter Zug weniger fest hält."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because a torn labrum no "
            "longer seals the hip against traction."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil eine gerissene Gelenklippe "
            "die Hüfte unter Zug nicht mehr abdichtet."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because even a small bleed in "
            "the eye or skin lasts longer and may be harder to stop."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil auch eine kleine Blutung "
            "in Auge oder Haut länger dauert und schwerer zu stillen sein kann."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because inversion changes the "
            "load on the heart, and this heart depends on a device."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil sich kopfüber die Last des "
            "Herzens ändert und dieses Herz von einem Gerät abhängt."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because inversion changes the "
            "rate of the heart and the load on it at the same time."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil sich kopfüber der Takt des "
            "Herzens und seine Last zugleich ändern."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because it thins the blood: "
            "even a small bleed lasts longer and may be harder to stop."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil es das Blut verdünnt: Auch "
            "eine kleine Blutung dauert länger und kann schwerer zu stillen sein."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because joints and the walls "
            "of blood vessels give way sooner."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil Gelenke und die Wände der "
            "Blutgefäße früher nachgeben."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because loose joints give way "
            "sooner under traction."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil lockere Gelenke unter Zug "
            "früher nachgeben."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the bones of this "
            "joint already press on each other in some positions."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil die Knochen dieses Gelenks "
            "in manchen Lagen schon aufeinander drücken."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the heart works "
            "against more resistance and pumps less."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil das Herz gegen mehr "
            "Widerstand arbeitet und weniger pumpt."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the sideways load of "
            "inversion may harm a worn hip."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil die seitliche Last einer "
            "abgenutzten Hüfte schaden kann."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the spinal cord has "
            "little room where the neck moves."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil das Rückenmark wenig Platz "
            "hat, wo sich der Hals bewegt."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the stomach presses "
            "through the gap in the diaphragm when the head is down."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil der Magen durch die Lücke "
            "im Zwerchfell drückt, wenn der Kopf unten ist."
        ),
    ),
    (
        (
            "A physician must clear it first. Even then, only small angles are allowed, because vertebrae that slide "
            "may pinch the spinal cord or its nerves under traction."
        ),
        (
            "Erst ärztlich freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil rutschende Wirbel unter "
            "Zug das Rückenmark oder seine Nerven einklemmen können."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest half a year after the injury. Even then, only moderate angles "
            "are allowed, because pressure in the skull rises when the head is down. If it was severe, declare 'Severe "
            "brain injury' instead."
        ),
        (
            "Ärztlich freigeben lassen, frühestens ein halbes Jahr nach der Verletzung. Auch dann sind nur mittlere "
            "Winkel erlaubt, weil der Druck im Schädel steigt, wenn der Kopf unten ist. War sie schwer, dann geben Sie "
            "stattdessen 'Schwere Hirnverletzung, auch früher' an."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest half a year after the operation, because pressure in the eye "
            "rises when the head is down, and may open the wound. After surgery for glaucoma or on the retina, declare "
            "that disease."
        ),
        (
            "Ärztlich freigeben lassen, frühestens ein halbes Jahr nach der Operation, weil der Druck im Auge steigt, "
            "wenn der Kopf unten ist, und die Wunde öffnen kann. Nach einer Operation gegen Grünen Star oder an der "
            "Netzhaut geben Sie diese Krankheit an."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest half a year after the operation: bone has to grow across, and "
            "traction pulls on the screws, the rods and the neighbouring segments."
        ),
        (
            "Ärztlich freigeben lassen, frühestens ein halbes Jahr nach der Operation: Knochen muss durchwachsen, und "
            "Zug zieht an Schrauben, Stäben und den Wirbeln daneben."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the accident. A strained neck should not be "
            "put under traction."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach dem Unfall. Ein gezerrter Hals soll nicht unter "
            "Zug kommen."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the birth. Ligaments are still loose, and "
            "clots and bleeding are more likely."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach der Geburt. Die Bänder sind noch locker, und "
            "Gerinnsel und Blutungen sind häufiger."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the injury, because the locks hold the ankles, "
            "and the ankles carry the whole load."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach der Verletzung, weil die Halter die Knöchel "
            "fassen und die Knöchel die ganze Last tragen."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the injury, because the weight of the body "
            "hangs from the knees and pulls on their ligaments."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach der Verletzung, weil das Gewicht des Körpers an "
            "den Knien hängt und an ihren Bändern zieht."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the injury. Torn fibres should not be put "
            "under traction."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach der Verletzung. Gerissene Fasern sollen nicht "
            "unter Zug kommen."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the sprain. A sprained ankle cannot carry the "
            "whole body yet."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach der Verstauchung. Ein verstauchter Knöchel kann "
            "noch nicht den ganzen Körper tragen."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest six weeks after the strain. Even then, only small angles are "
            "allowed, because hanging puts too much stress on strained hip flexors."
        ),
        (
            "Ärztlich freigeben lassen, frühestens sechs Wochen nach der Zerrung. Auch dann sind nur kleine Winkel "
            "erlaubt, weil das Hängen gezerrte Hüftbeuger zu stark belastet."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest three months after it was found, because a clot may come loose "
            "and travel. Physicians also look for clots in the weeks after hip surgery."
        ),
        (
            "Ärztlich freigeben lassen, frühestens drei Monate nachdem es gefunden wurde, weil sich ein Gerinnsel "
            "lösen und wandern kann. Auch in den Wochen nach einer Operation an der Hüfte suchen Ärzte nach Gerinnseln."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the dislocation. A joint that has "
            "dislocated may do so again under traction."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach dem Ausrenken. Ein Gelenk, das ausgerenkt war, "
            "kann unter Zug wieder ausrenken."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the fracture. A healing bone should not be "
            "put under traction. After a broken hip, declare 'Early recovery after hip surgery' instead."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach dem Bruch. Ein heilender Knochen soll nicht unter "
            "Zug kommen. Nach einem Hüftbruch geben Sie stattdessen 'Kürzlich an der Hüfte operiert' an."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the fracture. Traction pulls on a spine "
            "that has been broken."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach dem Bruch. Zug zieht an einer Wirbelsäule, die "
            "gebrochen war."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because a disc that has been "
            "operated on may give way under traction."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach der Operation, weil eine operierte Bandscheibe "
            "unter Zug nachgeben kann."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because shifting bowels load "
            "the scars and the abdominal wall when the head is down."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach der Operation, weil der Darm auf Narben und "
            "Bauchwand drückt, wenn der Kopf unten ist."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because the body is still "
            "healing. After a hip operation, declare 'Early recovery after hip surgery' instead."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach der Operation, weil der Körper noch heilt. Nach "
            "einer Operation an der Hüfte geben Sie stattdessen 'Kürzlich an der Hüfte operiert' an."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because the weight of the "
            "body hangs from the knees."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach der Operation, weil das Gewicht des Körpers an "
            "den Knien hängt."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest twelve weeks after the operation. What is healing should not "
            "be put under traction. For a hip or the spine, declare what stands there."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwölf Wochen nach der Operation. Was noch heilt, soll nicht unter "
            "Zug kommen. Für Hüfte oder Wirbelsäule geben Sie an, was dort steht."
        ),
    ),
    (
        (
            "A physician must clear it, at the earliest two weeks after the swelling began. The joint is inflamed or "
            "injured, and traction may harm it further."
        ),
        (
            "Ärztlich freigeben lassen, frühestens zwei Wochen nach Beginn der Schwellung. Das Gelenk ist entzündet "
            "oder verletzt, und Zug kann ihm weiter schaden."
        ),
    ),
    (
        (
            "A physician must find out why and clear it. Even then, only small angles are allowed, because they pull "
            "least at what traction makes worse."
        ),
        (
            "Die Ursache ärztlich klären und freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil sie am "
            "wenigsten an dem ziehen, was Zug verschlimmert."
        ),
    ),
    (
        (
            "A physician must find the cause first. Even then, only small angles are allowed: any benefit to the hip "
            "is indirect, and what helps one cause of hip pain harms another."
        ),
        (
            "Erst die Ursache ärztlich klären lassen. Auch dann sind nur kleine Winkel erlaubt: Der Hüfte nützt es "
            "höchstens indirekt, und was bei der einen Ursache hilft, schadet bei der anderen."
        ),
    ),
    (
        "A resurfaced hip is an artificial hip and can come out of its socket under traction.",
        "Eine überkronte Hüfte ist eine künstliche Hüfte und kann unter Zug aus der Pfanne springen.",
    ),
    (
        "A second person must be present, and must know how to bring the table back and how to release it by hand.",
        "Eine zweite Person muss da sein und wissen, wie man die Liege zurückholt und von Hand entriegelt.",
    ),
    (
        "A shorter person does not balance on this table, and the ankle locks may not hold.",
        "Wer kleiner ist, ist auf dieser Liege nicht im Gleichgewicht, und die Knöchelhalter halten vielleicht nicht.",
    ),
    (
        "A shunt drains by a difference in height, which inversion turns around, and pressure in the skull rises.",
        (
            "Ein Shunt leitet durch einen Höhenunterschied ab, der sich kopfüber umkehrt, und der Druck im "
            "Schädel steigt."
        ),
    ),
    (
        "A tumour or its treatment may have weakened bone and blood vessels where nobody knows it yet.",
        "Ein Tumor oder seine Behandlung kann Knochen und Blutgefäße geschwächt haben, wo es noch niemand weiß.",
    ),
    ("ANKLE_OPEN", "KNÖCHEL OFFEN"),
    ("Abdominal surgery", "Operation am Bauch"),
    ("Acid reflux (GERD)", "Sodbrennen (Reflux)"),
    ("Acute hip instability", "Akut instabile Hüfte"),
    ("Acute inflammation of a joint", "Akut entzündetes Gelenk"),
    ("Acute strain of the hip flexors", "Akute Zerrung der Hüftbeuger"),
    ("Acutely swollen joint", "Akut geschwollenes Gelenk"),
    ("After it", "Danach"),
    ("After the session:", "Nach der Sitzung:"),
    ("Alcohol or sedative in the last 12 hours?", "Letzte 12 h: Alkohol, Beruhigungsmittel?"),
    ("Alcohol today", "Heute Alkohol"),
    ("Alone in the house", "Allein im Haus"),
    ("An ankle lock is open.", "Ein Knöchelhalter ist offen."),
    (
        "An artificial hip can come out of its socket when the body hangs from the ankles.",
        "Eine künstliche Hüfte kann aus der Pfanne springen, wenn der Körper an den Knöcheln hängt.",
    ),
    (
        (
            "An orthopaedic surgeon must clear it first. Even then, only small angles are allowed, because an unstable "
            "hip should not be put under much traction."
        ),
        (
            "Erst von einem orthopädischen Chirurgen freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil "
            "eine instabile Hüfte keinen starken Zug verträgt."
        ),
    ),
    (
        (
            "An orthopaedic surgeon must clear it first. Even then, only small angles are allowed, because bone that "
            "has lost its blood supply may give way under a sideways load. If the joint has collapsed, declare that."
        ),
        (
            "Erst von einem orthopädischen Chirurgen freigeben lassen. Auch dann sind nur kleine Winkel erlaubt, weil "
            "Knochen ohne Durchblutung unter seitlicher Last nachgeben kann. Ist das Gelenk eingebrochen, dann geben "
            "Sie das an."
        ),
    ),
    (
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the dislocation. Even then, only "
            "small angles are allowed, because a hip that has come out of its socket may do so again under traction."
        ),
        (
            "Von einem orthopädischen Chirurgen freigeben lassen, frühestens zwölf Wochen nach dem Ausrenken. Auch "
            "dann sind nur kleine Winkel erlaubt, weil eine Hüfte unter Zug wieder aus der Pfanne springen kann."
        ),
    ),
    (
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because the implant may be in a hip, and traction may load it in a way it was "
            "not made for."
        ),
        (
            "Von einem orthopädischen Chirurgen freigeben lassen, frühestens zwölf Wochen nach der Operation. Auch "
            "dann sind nur kleine Winkel erlaubt, weil das Implantat in einer Hüfte sein kann und Zug es anders "
            "belastet, als es gedacht ist."
        ),
    ),
    (
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because the pin may be in a hip, and traction pulls on the bone that it holds "
            "together."
        ),
        (
            "Von einem orthopädischen Chirurgen freigeben lassen, frühestens zwölf Wochen nach der Operation. Auch "
            "dann sind nur kleine Winkel erlaubt, weil der Nagel in einer Hüfte sein kann und Zug am Knochen zieht, "
            "den er zusammenhält."
        ),
    ),
    (
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because traction can disturb healing or damage an implant."
        ),
        (
            "Von einem orthopädischen Chirurgen freigeben lassen, frühestens zwölf Wochen nach der Operation. Auch "
            "dann sind nur kleine Winkel erlaubt, weil Zug die Heilung stören oder ein Implantat schädigen kann."
        ),
    ),
    (
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because traction can disturb healing or damage the implant."
        ),
        (
            "Von einem orthopädischen Chirurgen freigeben lassen, frühestens zwölf Wochen nach der Operation. Auch "
            "dann sind nur kleine Winkel erlaubt, weil Zug die Heilung stören oder das Implantat schädigen kann."
        ),
    ),
    ("Aneurysm", "Aneurysma (Gefäßaussackung)"),
    ("Angina: chest pain from the heart", "Angina pectoris: Brustschmerz vom Herzen"),
    ("Ankle replacement", "Künstliches Sprunggelenk"),
    ("Ankylosing spondylitis", "Morbus Bechterew"),
    ("Another condition, not in this list", "Andere Krankheit, nicht in dieser Liste"),
    ("Anticoagulants", "Blutverdünner"),
    ("Anxiety", "Angststörung"),
    (
        "Any benefit to the hip is indirect. Ask a professional first, above all if the hip itself hurts.",
        (
            "Der Hüfte nützt es höchstens indirekt. Fragen Sie erst eine Fachperson, vor allem wenn die Hüfte selbst "
            "schmerzt."
        ),
    ),
    (
        "Any movement of the vertebrae may harm a spinal cord that is under pressure.",
        "Jede Bewegung der Wirbel kann einem Rückenmark schaden, auf das etwas drückt.",
    ),
    ("Anything new or worse since last time?", "Neu oder schlimmer seit letztem Mal?"),
    (
        "Ask a physician before you go on: pain that gets worse needs a look first.",
        "Fragen Sie ärztlich nach, bevor Sie weitermachen: Schmerz, der stärker wird, muss erst untersucht werden.",
    ),
    (
        "Ask a physician whether you may still use the table with it.",
        "Fragen Sie ärztlich nach, ob Sie die Liege damit noch benutzen dürfen.",
    ),
    (
        "Ask a physician whether you may still use the table, and declare it in the profile.",
        "Fragen Sie ärztlich nach, ob Sie die Liege noch benutzen dürfen, und geben Sie es im Profil an.",
    ),
    ("Aspirin in high doses", "Aspirin in hoher Dosis"),
    ("At the limit", "An der Grenze"),
    ("Avascular necrosis of the hip", "Hüftkopfnekrose (abgestorbener Knochen)"),
    ("Avascular necrosis, hip has collapsed", "Hüftkopfnekrose, die Hüfte ist eingebrochen"),
    ("BATTERY_LOW", "AKKU SCHWACH"),
    ("BLOCKED", "BLOCKIERT"),
    ("BUTTON_STUCK", "TASTE KLEMMT"),
    ("Benign positional vertigo (BPPV)", "Lagerungsschwindel (BPPV)"),
    ("Bladder or bowel change with back pain", "Blase oder Darm verändert, mit Rückenschmerz"),
    ("Bleeding inside the skull, at any time", "Blutung im Schädel, auch früher"),
    ("Body mass index of 40 or more", "Body-Mass-Index von 40 oder mehr"),
    (
        "Bone that a tumour has weakened may break under traction.",
        "Knochen, den ein Tumor geschwächt hat, kann unter Zug brechen.",
    ),
    ("CONTACTOR", "SCHÜTZ DEFEKT"),
    ("CURRENT_LOST", "STROM UNBEKANNT"),
    ("CURRENT_SENSE", "STROM FALSCH"),
    ("Cancer in the past", "Krebs, früher"),
    ("Cancer that is there now", "Krebs, jetzt vorhanden"),
    ("Charge or replace the battery.", "Den Akku laden oder ersetzen."),
    ("Chiari malformation", "Chiari-Fehlbildung"),
    ("Childbirth in the last months", "Geburt in den letzten Monaten"),
    ("Chronic obstructive lung disease (COPD)", "Chronische Lungenkrankheit (COPD)"),
    ("Circulatory disorder", "Kreislauf- oder Durchblutungsstörung"),
    ("Claustrophobia", "Platzangst in engen Räumen"),
    ("Clear the space around the table.", "Den Platz um die Liege frei machen."),
    ("Clear the space, then press UP.", "Den Platz frei machen, dann UP drücken."),
    (
        "Come back tomorrow. At most %d sessions a day are allowed.",
        "Kommen Sie morgen wieder. Am Tag sind höchstens %d Sitzungen erlaubt.",
    ),
    ("Coming up", "Kommt hoch"),
    ("Compression of the spinal cord", "Druck auf das Rückenmark"),
    ("Concussion or mild brain injury", "Gehirnerschütterung oder leichte Hirnverletzung"),
    ("Conjunctivitis", "Bindehautentzündung"),
    (
        "Connect the laptop to set the date: without it, the table cannot check age, clearances and sessions.",
        (
            "Schließen Sie den Laptop an, um das Datum zu setzen: Ohne Datum kann die Liege Alter, Freigaben und "
            "Sitzungen nicht prüfen."
        ),
    ),
    ("Connective tissue disease", "Bindegewebserkrankung"),
    ("Coronary artery disease", "Verengte Herzkranzgefäße"),
    ("DOWN: worse", "DOWN: schlechter"),
    ("DUTY", "MOTORPAUSE"),
    (
        (
            "Declare 'Extreme obesity' and have a physician clear it, because disease of the heart, blood vessels and "
            "eyes often goes with it unnoticed."
        ),
        (
            "Geben Sie 'Extremes Übergewicht' an und lassen Sie es ärztlich freigeben, weil oft unbemerkt Krankheiten "
            "von Herz, Blutgefäßen und Augen dazukommen."
        ),
    ),
    ("Dementia or confusion", "Demenz oder Verwirrtheit"),
    ("Dementia, and alone in the house", "Demenz, und allein im Haus"),
    ("Diabetic neuropathy", "Nervenschaden durch Diabetes"),
    ("Diabetic retinopathy", "Netzhautschaden durch Diabetes"),
    ("Disc surgery or other back surgery", "Operation an Bandscheibe oder Rücken"),
    ("Dislocated joint, other than the hip", "Ausgerenktes Gelenk, nicht die Hüfte"),
    ("Dizziness on standing up (POTS)", "Schwindel beim Aufstehen (POTS)"),
    ("Dizziness or light-headedness", "Schwindel oder Benommenheit"),
    ("Dizzy or unwell?", "Schwindlig oder unwohl?"),
    (
        "Do not use the table while you are or may be pregnant.",
        "Benutzen Sie die Liege nicht, solange Sie schwanger sind oder sein können.",
    ),
    (
        "During inversion, the heart needs more oxygen than narrowed arteries may be able to bring.",
        "Kopfüber braucht das Herz mehr Sauerstoff, als verengte Gefäße vielleicht bringen können.",
    ),
    (
        "During inversion, the heart works against more resistance and pumps less.",
        "Kopfüber arbeitet das Herz gegen mehr Widerstand und pumpt weniger.",
    ),
    ("Ear infection or sinus trouble?", "Ohr entzündet oder Nebenhöhlen krank?"),
    ("Early recovery after hip surgery", "Kürzlich an der Hüfte operiert"),
    ("Extreme obesity", "Extremes Übergewicht"),
    ("Eye surgery", "Augenoperation"),
    ("Fainting spells", "Ohnmachtsanfälle"),
    ("Fault", "Störung"),
    ("Femoroacetabular impingement", "Engesyndrom der Hüfte (Impingement)"),
    ("Forget the time?", "Uhrzeit löschen?"),
    ("Fracture of the spine, at any time", "Bruch der Wirbelsäule, auch früher"),
    (
        (
            "Get a new clearance for '%s': the declared conditions have changed since the one by %s. Its date must be "
            "%s or later."
        ),
        (
            "Holen Sie eine neue Freigabe für '%s': Die angegebenen Krankheiten haben sich seit der von %s geändert. "
            "Sie muss vom %s oder später sein."
        ),
    ),
    (
        "Get a new clearance for '%s': the one by %s is more than %d days old.",
        "Holen Sie eine neue Freigabe für '%s': Die von %s ist mehr als %d Tage alt.",
    ),
    (
        "Get a new clearance for '%s': the one by %s was given before %s, when it happened.",
        "Holen Sie eine neue Freigabe für '%s': Die von %s wurde vor dem %s gegeben, an dem es geschah.",
    ),
    (
        "Get a new clearance for '%s': the one by %s was given less than %d days after %s.",
        "Holen Sie eine neue Freigabe für '%s': Die von %s wurde weniger als %d Tage nach dem %s gegeben.",
    ),
    (
        "Get a new clearance for '%s': the one by %s was valid until %s.",
        "Holen Sie eine neue Freigabe für '%s': Die von %s galt bis %s.",
    ),
    ("Glaucoma", "Grüner Star (Glaukom)"),
    (
        "Go through the profile and push it again: it is more than %d days old, and much may have changed since.",
        (
            "Gehen Sie das Profil durch und übertragen Sie es noch einmal: Es ist mehr als %d Tage alt, und seither "
            "kann sich viel geändert haben."
        ),
    ),
    ("Going down", "Geht abwärts"),
    (
        (
            "Have it treated first, then declare 'High blood pressure, treated' instead. In a study, inversion raised "
            "blood pressure by about 17 mmHg."
        ),
        (
            "Erst behandeln lassen, dann stattdessen 'Bluthochdruck, behandelt' angeben. In einer Studie stieg der "
            "Blutdruck kopfüber um etwa 17 mmHg."
        ),
    ),
    (
        (
            "Have somebody within call. Sessions are kept short when you are alone, because people have been stuck "
            "upside down with nobody to help, and one died."
        ),
        (
            "Sorgen Sie dafür, dass jemand in Rufweite ist. Allein sind die Sitzungen kurz, weil Menschen ohne Hilfe "
            "kopfüber festsaßen und einer starb."
        ),
    ),
    ("Have the STOP wiring checked.", "Die STOP-Leitung prüfen lassen."),
    ("Have the current sensor wire checked.", "Das Kabel des Stromsensors prüfen lassen."),
    ("Have the sensor's cable checked.", "Das Kabel des Sensors prüfen lassen."),
    ("Have the upright switch checked.", "Den Schalter für aufrecht prüfen lassen."),
    ("Heart attack, at any time", "Herzinfarkt, auch früher"),
    ("Heart failure", "Herzschwäche"),
    ("Herniated, bulging or slipped disc", "Bandscheibenvorfall oder Vorwölbung"),
    ("Hiatal hernia with symptoms", "Zwerchfellbruch mit Beschwerden"),
    ("Hiatal hernia without symptoms", "Zwerchfellbruch ohne Beschwerden"),
    ("High blood pressure, 140/90 or more", "Bluthochdruck, 140/90 oder mehr"),
    ("High blood pressure, treated", "Bluthochdruck, behandelt"),
    ("High myopia", "Starke Kurzsichtigkeit"),
    ("Hip dislocation", "Ausgerenkte Hüfte"),
    ("Hip dysplasia", "Hüftdysplasie (flache Hüftpfanne)"),
    ("Hip pain of unknown cause", "Hüftschmerz ohne bekannte Ursache"),
    ("Hip resurfacing", "Überkronte Hüfte (Oberflächen-Ersatz)"),
    ("Hold DOWN to begin", "DOWN halten: Start"),
    ("Holding still", "Steht still"),
    ("IMU_FROZEN", "NEIGUNG STARR"),
    ("IMU_IMPLAUSIBLE", "NEIGUNG FALSCH"),
    ("IMU_STALE", "NEIGUNG STUMM"),
    ("INTERNAL", "INTERNER FEHLER"),
    (
        (
            "If nothing else helps, hold OK while switching on, and let go of it within 5 s. This erases the storage "
            "that cannot be read, with everything in it. Then push the profiles again."
        ),
        (
            "Wenn sonst nichts hilft, halten Sie beim Einschalten OK und lassen Sie es innerhalb von 5 s los. Das "
            "löscht den Speicher, der nicht lesbar ist, mit allem darin. Dann übertragen Sie die Profile noch einmal."
        ),
    ),
    ("Infection of the spine", "Infektion der Wirbelsäule"),
    ("Inguinal hernia", "Leistenbruch"),
    ("Injured ankle ligament", "Verletztes Band am Knöchel"),
    ("Injured knee ligament", "Verletztes Band am Knie"),
    ("Instability of the spine", "Instabile Wirbelsäule"),
    (
        "Inversion does not take the load off a severely worn hip, and may add a sideways load.",
        "Kopfüber zu liegen entlastet eine stark abgenutzte Hüfte nicht und kann sie seitlich zusätzlich belasten.",
    ),
    (
        "Inversion may ease pressure on a nerve root in the lower back; any benefit to the hip is indirect.",
        (
            "Kopfüber zu liegen kann den Druck auf eine Nervenwurzel im Kreuz mindern; der Hüfte nützt es höchstens "
            "indirekt."
        ),
    ),
    (
        "Inversion may ease pressure on the nerve in the lower back; any benefit to the hip is indirect.",
        "Kopfüber zu liegen kann den Druck auf den Nerv im Kreuz mindern; der Hüfte nützt es höchstens indirekt.",
    ),
    (
        (
            "Inversion may relax the muscles of the lower back and buttock; any benefit to the hip is indirect, and "
            "the relief may be temporary."
        ),
        (
            "Kopfüber zu liegen kann die Muskeln in Kreuz und Gesäß lockern; der Hüfte nützt es höchstens indirekt, "
            "und die Wirkung kann vergehen."
        ),
    ),
    (
        "Inversion may stretch and relax these muscles for a while; any benefit to the hip is indirect.",
        "Kopfüber zu liegen kann diese Muskeln eine Weile dehnen und lockern; der Hüfte nützt es höchstens indirekt.",
    ),
    (
        "Inversion presses the brain and its fluid against an opening that is too narrow already.",
        "Kopfüber drücken das Gehirn und sein Wasser gegen eine Öffnung, die schon zu eng ist.",
    ),
    ("Irregular heartbeat", "Unregelmäßiger Herzschlag"),
    ("Is this time right?", "Stimmt diese Zeit?"),
    (
        "It already causes symptoms, and the stomach presses through the gap in the diaphragm when the head is down.",
        "Es gibt schon Beschwerden, und der Magen drückt durch die Lücke im Zwerchfell, wenn der Kopf unten ist.",
    ),
    (
        "It is a warning of a stroke, and pressure in the blood vessels of the head rises when the head is down.",
        (
            "Das warnt vor einem Schlaganfall, und der Druck in den Blutgefäßen des Kopfes steigt, wenn der Kopf unten "
            "ist."
        ),
    ),
    ("Joint hypermobility", "Überbewegliche Gelenke"),
    ("Keep holding OK: yes", "OK weiter halten: ja"),
    ("Knee replacement", "Künstliches Kniegelenk"),
    ("LIMITS_CORRUPT", "GRENZE DEFEKT"),
    ("Lasting fatigue, cause unknown", "Anhaltende Erschöpfung ohne bekannte Ursache"),
    ("Leak of spinal fluid", "Leck von Nervenwasser"),
    ("Let go of the button, or have it replaced.", "Die Taste loslassen oder ersetzen lassen."),
    ("Let go: no", "Loslassen: nein"),
    ("Level pause", "Liegepause"),
    ("Limits in memory are damaged.", "Die Grenzen im Speicher sind beschädigt."),
    ("Low blood pressure", "Niedriger Blutdruck"),
    ("Lumbar radiculopathy", "Gereizte Nervenwurzel im Kreuz"),
    ("MAINS_LOST", "NETZAUSFALL"),
    ("MISMOUNTED", "SENSOR SCHIEF"),
    ("Macular degeneration", "Makuladegeneration"),
    ("Mains power is lost.", "Der Netzstrom ist ausgefallen."),
    (
        (
            "Make room: the table's storage is full. What it holds is whole, so do not erase it. Files that are not "
            "the table's can be removed in maintenance (docs/hardware)."
        ),
        (
            "Schaffen Sie Platz: Der Speicher der Liege ist voll. Was er enthält, ist heil, also nicht löschen. Fremde "
            "Dateien lassen sich in der Wartung entfernen (docs/hardware)."
        ),
    ),
    ("Medullary pin (a nail inside a bone)", "Marknagel (Nagel in einem Knochen)"),
    ("Meniere's disease", "Morbus Meniere"),
    ("Middle-ear infection", "Mittelohrentzündung"),
    ("Migraine", "Migräne"),
    ("Mild osteoarthritis of the hip", "Leichte Arthrose der Hüfte"),
    ("Mind %d/%d", "Merke %d/%d"),
    ("Moderate osteoarthritis of the hip", "Mittelschwere Arthrose der Hüfte"),
    ("Muscle tension in back and buttock", "Verspannte Muskeln in Rücken und Gesäß"),
    ("Narcolepsy", "Narkolepsie (plötzliches Einschlafen)"),
    ("Narrowed carotid artery", "Verengte Halsschlagader"),
    ("Narrowed spinal canal in the back", "Enger Wirbelkanal im Rücken"),
    ("Narrowed spinal canal in the neck", "Enger Wirbelkanal im Hals"),
    ("New bladder or bowel trouble?", "Blase oder Darm neu gestört?"),
    ("New diagnosis, operation or injury?", "Diagnose, Operation, Verletzung neu?"),
    ("New medicine, or more of one?", "Neues Medikament oder mehr davon?"),
    ("Next: %s, after %s.", "Als Nächstes: %s, nach %s."),
    ("Nobody", "Keiner"),
    ("Nobody answered the buzzer.", "Niemand hat auf den Summer geantwortet."),
    ("Not begun in time", "Zu spät begonnen"),
    ("Now %s for %d s: %s.", "Jetzt %s für %d s: %s."),
    ("Numb between the legs or in a leg?", "Taub im Schritt oder in einem Bein?"),
    ("Numbness or weakness that gets worse", "Taubheitsgefühl oder Schwäche, die zunimmt"),
    ("OBSTRUCTED", "HINDERNIS"),
    ("OK: confirm anew", "OK: neu bestätigen"),
    ("OK: do not know", "OK: weiß nicht"),
    ("OK: later", "OK:später"),
    ("OK: not now", "OK: jetzt nicht"),
    ("OK: take it", "OK: stimmt"),
    ("OK: that is me", "OK: das bin ich"),
    ("OK: the same", "OK: unverändert"),
    ("OK:more ", "OK:mehr "),
    ("OK:yes ", "OK:ja "),
    ("OVERRUN", "ZU LANGSAM"),
    ("OVERSPEED", "ZU SCHNELL"),
    ("OVER_LIMIT", "ÜBER DER GRENZE"),
    ("Ocular hypertension", "Erhöhter Augendruck"),
    (
        (
            "Only moderate angles are allowed, because older necks and blood vessels bear less, and older people have "
            "been hurt or trapped."
        ),
        (
            "Nur mittlere Winkel sind erlaubt, weil ältere Hälse und Blutgefäße weniger aushalten und ältere Menschen "
            "verletzt wurden oder festsaßen."
        ),
    ),
    (
        (
            "Only small angles are allowed, because acid runs up the gullet when the head is down. After a meal, wait "
            "two hours."
        ),
        (
            "Nur kleine Winkel sind erlaubt, weil Säure die Speiseröhre hinaufläuft, wenn der Kopf unten ist. Nach dem "
            "Essen zwei Stunden warten."
        ),
    ),
    (
        (
            "Only small angles are allowed. Have somebody beside you: being strapped in can cause panic, and nobody "
            "gets out at once while head-down."
        ),
        (
            "Nur kleine Winkel sind erlaubt. Jemand soll bei Ihnen sein: Festgeschnallt kann Panik entstehen, und "
            "kopfüber kommt niemand sofort heraus."
        ),
    ),
    (
        "Only small angles are allowed. Have somebody beside you: being strapped in head-down can cause panic.",
        (
            "Nur kleine Winkel sind erlaubt. Jemand soll bei Ihnen sein: Kopfüber festgeschnallt zu sein kann Panik "
            "auslösen."
        ),
    ),
    ("Optic neuropathy", "Schwacher Sehnerv"),
    ("Osteopenia", "Osteopenie (Vorstufe der Osteoporose)"),
    ("Osteoporosis", "Osteoporose"),
    ("Other heart disease, as of a valve", "Andere Herzkrankheit, etwa einer Klappe"),
    ("Over 136 kg", "Über 136 kg"),
    ("Over 198 cm", "Über 198 cm"),
    ("POSITION_LOST", "POSITION STUMM"),
    ("Pacemaker or implanted defibrillator", "Herzschrittmacher oder Defibrillator"),
    ("Pain now?", "Schmerz?"),
    ("Pain worse than before?", "Schmerz stärker als vorher?"),
    ("Pars defect (spondylolysis)", "Spalt im Wirbelbogen (Spondylolyse)"),
    ("Partial hip replacement", "Teilweise künstliche Hüfte"),
    ("Piriformis syndrome", "Piriformis-Syndrom"),
    ("Plate, nail, screws or pins in the hip", "Platte, Nagel, Schrauben oder Stifte in der Hüfte"),
    ("Possibly under 18", "Vielleicht unter 18"),
    ("Pregnancy", "Schwangerschaft"),
    ("Pregnant, or perhaps pregnant?", "Schwanger oder vielleicht schwanger?"),
    ("Press UP", "UP drücken"),
    ("Press UP and let the motor rest.", "UP drücken und den Motor ruhen lassen."),
    ("Press UP, or wait if you are head-down.", "UP drücken, oder warten, wenn der Kopf unten ist."),
    ("Press UP. Have both checked.", "UP drücken. Beide prüfen lassen."),
    ("Press UP. Have the actuator checked.", "UP drücken. Den Antrieb prüfen lassen."),
    ("Press UP. Have the motor bridge checked.", "UP drücken. Die Motorbrücke prüfen lassen."),
    ("Press UP. Have the sensor cable checked.", "UP drücken. Das Sensorkabel prüfen lassen."),
    ("Press UP. Have the sensor mount checked.", "UP drücken. Die Halterung des Sensors prüfen lassen."),
    ("Press UP. Have the sensor replaced.", "UP drücken. Den Sensor ersetzen lassen."),
    ("Press UP. Have the tilt sensor replaced.", "UP drücken. Den Neigungssensor ersetzen lassen."),
    ("Press a button whenever the buzzer sounds.", "Immer eine Taste drücken, wenn der Summer ertönt."),
    (
        "Pressure in the arteries of the neck and head rises when the head is down.",
        "Der Druck in den Schlagadern von Hals und Kopf steigt, wenn der Kopf unten ist.",
    ),
    (
        "Pressure in the blood vessels of the head rises when the head is down.",
        "Der Druck in den Blutgefäßen des Kopfes steigt, wenn der Kopf unten ist.",
    ),
    (
        (
            "Pressure in the eye and its veins rises when the head is down, and may tear a retina that has come loose "
            "before."
        ),
        (
            "Der Druck im Auge und in seinen Venen steigt, wenn der Kopf unten ist, und kann eine Netzhaut einreißen, "
            "die schon einmal lose war."
        ),
    ),
    (
        (
            "Pressure in the eye is already too high. It rises further when the head is down: in full inversion it "
            "about doubles."
        ),
        (
            "Der Druck im Auge ist schon zu hoch. Er steigt weiter, wenn der Kopf unten ist: Ganz kopfüber verdoppelt "
            "er sich etwa."
        ),
    ),
    (
        (
            "Pressure in the eye rises when the head is down, and about doubles in full inversion. With glaucoma that "
            "can cost sight."
        ),
        (
            "Der Druck im Auge steigt, wenn der Kopf unten ist; ganz kopfüber verdoppelt er sich etwa. Bei Grünem Star "
            "kann das das Augenlicht kosten."
        ),
    ),
    (
        "Pressure in the skull rises further when the head is down.",
        "Der Druck im Schädel steigt weiter, wenn der Kopf unten ist.",
    ),
    (
        "Pressure in the skull rises when the head is down, and may start the bleeding again.",
        "Der Druck im Schädel steigt, wenn der Kopf unten ist, und kann die Blutung wieder auslösen.",
    ),
    (
        (
            "Pressure in the skull rises when the head is down. Severe is an injury that needed an operation, kept the "
            "person unconscious for more than half an hour, or left lasting damage."
        ),
        (
            "Der Druck im Schädel steigt, wenn der Kopf unten ist. Schwer heißt: Es war eine Operation nötig, oder die "
            "Person war über eine halbe Stunde bewusstlos, oder es blieb ein Schaden."
        ),
    ),
    (
        "Pressure on the leak changes with the position of the head, and inversion may widen it.",
        "Der Druck auf das Leck ändert sich mit der Lage des Kopfes; kopfüber kann es größer werden.",
    ),
    (
        "Push a profile from the laptop: none is stored.",
        "Übertragen Sie vom Laptop ein Profil: Es ist keines gespeichert.",
    ),
    (
        "Push the profile again from the laptop: the stored one cannot be read.",
        "Übertragen Sie das Profil noch einmal vom Laptop: Das gespeicherte ist nicht lesbar.",
    ),
    (
        "Push the profile again to start from the beginning: the record of this person's sessions is lost.",
        (
            "Übertragen Sie das Profil noch einmal, um von vorn zu beginnen: Was von den Sitzungen dieser Person "
            "gespeichert war, ist verloren."
        ),
    ),
    (
        "Push the profile again: its field %s is missing or wrong.",
        "Übertragen Sie das Profil noch einmal: Sein Feld %s fehlt oder ist falsch.",
    ),
    ("Put the table on a level floor.", "Die Liege auf ebenen Boden stellen."),
    ("RECOVERED", "NEU GESTARTET"),
    ("Raised pressure in the skull", "Erhöhter Druck im Schädel"),
    ("Raised risk of a stroke", "Erhöhtes Risiko für einen Schlaganfall"),
    ("Recent ankle sprain", "Kürzlich verstauchter Knöchel"),
    ("Recent blood clot in a vein or the lung", "Frisches Blutgerinnsel in Vene oder Lunge"),
    ("Recent fracture, other than of a hip", "Frischer Knochenbruch, nicht an der Hüfte"),
    ("Recent sprain or strain, not of ankle", "Frische Verstauchung oder Zerrung, nicht am Knöchel"),
    ("Recent surgery, other than on a hip", "Kürzliche Operation, nicht an der Hüfte"),
    ("Red or infected eye?", "Rotes oder entzündetes Auge?"),
    (
        "Reduce times or increase level_s: the motor would have to rest while the person is head-down.",
        "Verringern Sie times oder erhöhen Sie level_s: Der Motor müsste ruhen, während der Kopf unten ist.",
    ),
    ("Renew the profile within %d days.", "Erneuern Sie das Profil innerhalb von %d Tagen."),
    ("Respiratory insufficiency", "Atemschwäche"),
    ("Rest at level", "Pause liegend"),
    ("Retinal detachment, at any time", "Netzhautablösung, auch früher"),
    ("Rheumatoid arthritis", "Rheumatoide Arthritis"),
    ("SENSES_DISAGREE", "SENSOREN UNEINS"),
    ("SESSION_TIME", "ZEIT ABGELAUFEN"),
    ("SILENT", "KEINE ANTWORT"),
    ("SLIPPING", "RUTSCHT"),
    ("STALL", "KEINE BEWEGUNG"),
    ("STOP pressed", "STOP gedrückt"),
    ("STOP_LOOP", "STOP-LEITUNG"),
    ("Sciatica", "Ischias"),
    ("Screws, plate or rod in a bone", "Schrauben, Platte oder Stab im Knochen"),
    ("Sedatives today", "Heute Beruhigungsmittel"),
    (
        "Seek care now, and do not invert. A nerve that keeps losing function is in danger.",
        "Sofort ärztliche Hilfe suchen, nicht kopfüber liegen. Ein Nerv, der immer schwächer wird, ist in Gefahr.",
    ),
    (
        (
            "Seek care now, and do not invert. Back pain with numbness in the saddle area (groin and seat), or with "
            "weakness of both legs, is an emergency."
        ),
        (
            "Sofort ärztliche Hilfe suchen, nicht kopfüber liegen. Rückenschmerz mit tauber Leiste und taubem Gesäß "
            "oder mit Schwäche in beiden Beinen ist ein Notfall."
        ),
    ),
    (
        (
            "Seek care now, and do not invert. The nerves at the end of the spinal cord may be crushed, which is an "
            "emergency."
        ),
        (
            "Sofort ärztliche Hilfe suchen, nicht kopfüber liegen. Die Nerven am Ende des Rückenmarks können "
            "gequetscht sein; das ist ein Notfall."
        ),
    ),
    (
        "Seek care now, and do not invert. Traction may spread the infection and break weakened bone.",
        (
            "Sofort ärztliche Hilfe suchen, nicht kopfüber liegen. Zug kann die Infektion verbreiten und geschwächten "
            "Knochen brechen."
        ),
    ),
    (
        "Seek care now, at an emergency department: new numbness can mean that nerves are pressed.",
        "Gehen Sie sofort in eine Notaufnahme: Ein neues Taubheitsgefühl kann heißen, dass Nerven gedrückt werden.",
    ),
    (
        "Seek care now, at an emergency department: new weakness can mean that nerves are pressed.",
        "Gehen Sie sofort in eine Notaufnahme: Neue Schwäche kann heißen, dass Nerven gedrückt werden.",
    ),
    (
        "Seek care now, at an emergency department: the nerves of bladder and bowel may be pressed.",
        "Gehen Sie sofort in eine Notaufnahme: Die Nerven von Blase und Darm können gedrückt werden.",
    ),
    ("Seen by a physician, and profile renewed?", "Beim Arzt gewesen, Profil erneuert?"),
    ("Seizure disorder", "Anfallsleiden (Epilepsie)"),
    ("Severe brain injury, at any time", "Schwere Hirnverletzung, auch früher"),
    ("Severe headache or migraine today", "Heute starker Kopfschmerz oder Migräne"),
    ("Severe headache or migraine?", "Starker Kopfschmerz oder Migräne?"),
    ("Severe headaches that keep coming back", "Starke Kopfschmerzen, die wiederkehren"),
    ("Severe osteoarthritis of the hip", "Schwere Arthrose der Hüfte"),
    ("Shunt from the brain", "Shunt aus dem Gehirn"),
    ("Significant scoliosis", "Deutliche Skoliose (krumme Wirbelsäule)"),
    ("Signs of cauda equina syndrome", "Zeichen eines Kaudasyndroms"),
    ("Sinusitis", "Entzündete Nasennebenhöhlen"),
    ("Sleep disorder, as sleep apnoea", "Schlafstörung, etwa Schlafapnoe"),
    ("Something blocked the way down.", "Auf dem Weg nach unten war etwas im Weg."),
    ("Something blocks the way up.", "Auf dem Weg nach oben ist etwas im Weg."),
    ("Spina bifida", "Spina bifida (offener Rücken)"),
    ("Spinal fusion", "Versteifte Wirbel (Operation)"),
    ("Spondylolisthesis", "Wirbelgleiten"),
    ("Stent or bypass of the heart", "Stent oder Bypass am Herzen"),
    ("Stroke, at any time", "Schlaganfall, auch früher"),
    (
        "Studies of inversion and makers of inversion tables exclude pregnancy.",
        "Studien und Hersteller solcher Liegen schließen Schwangere aus.",
    ),
    ("Surgery on a bone or joint", "Operation an Knochen oder Gelenk"),
    (
        "Switch the table off and have it checked. These parts of the board failed at start-up: %s.",
        "Schalten Sie die Liege aus und lassen Sie sie prüfen. Diese Teile der Platine versagten beim Start: %s.",
    ),
    (
        "Switch the table off and on: it could not write down that a session begins, so none may.",
        (
            "Schalten Sie die Liege aus und ein: Sie konnte nicht aufschreiben, dass eine Sitzung beginnt, darum darf "
            "keine beginnen."
        ),
    ),
    (
        "Switch the table off and on: it restarted by itself several times. If that recurs, have it checked.",
        (
            "Schalten Sie die Liege aus und ein: Sie ist mehrmals von selbst neu gestartet. Kommt das wieder, dann "
            "lassen Sie sie prüfen."
        ),
    ),
    ("Symptoms that traction makes worse", "Beschwerden, die Zug verschlimmert"),
    ("TIPPED", "SCHIEFSTAND"),
    (
        "Take it out of the profile when it has healed. An inflamed eye should not be put under more pressure.",
        "Nach der Heilung aus dem Profil nehmen. Ein entzündetes Auge soll nicht unter mehr Druck kommen.",
    ),
    (
        (
            "Take it out of the profile when it has healed. Blocked sinuses hurt when the head is down, and may cause "
            "dizziness."
        ),
        (
            "Nach der Heilung aus dem Profil nehmen. Verstopfte Nebenhöhlen schmerzen, wenn der Kopf unten ist, und "
            "können Schwindel auslösen."
        ),
    ),
    (
        "Take it out of the profile when it has healed. It disturbs the balance and hurts when the head is down.",
        "Nach der Heilung aus dem Profil nehmen. Es stört das Gleichgewicht und schmerzt, wenn der Kopf unten ist.",
    ),
    (
        (
            "Take it out of the profile when it is over. If it keeps coming back, ask a physician, because pressure in "
            "the head rises when the head is down."
        ),
        (
            "Wenn es vorbei ist, aus dem Profil nehmen. Kommt es immer wieder, dann fragen Sie ärztlich nach, denn der "
            "Druck im Kopf steigt, wenn der Kopf unten ist."
        ),
    ),
    (
        "Take it out of the profile when the day is over. Alcohol slows the person who must bring the table back.",
        "Wenn der Tag vorbei ist, aus dem Profil nehmen. Alkohol macht langsam, und Sie müssen die Liege zurückholen.",
    ),
    (
        "Take it out of the profile when they have worn off. Sedatives slow the person who must bring the table back.",
        (
            "Wenn sie nicht mehr wirken, aus dem Profil nehmen. Beruhigungsmittel machen langsam, und Sie müssen die "
            "Liege zurückholen."
        ),
    ),
    (
        (
            "Take it out of the profile when two hours have passed. What is in a full stomach runs back up the gullet "
            "when the head is down."
        ),
        (
            "Nach zwei Stunden aus dem Profil nehmen. Was in einem vollen Magen ist, läuft die Speiseröhre hinauf, "
            "wenn der Kopf unten ist."
        ),
    ),
    (
        "Take it out of the profile when you know how it affects balance and blood pressure.",
        "Aus dem Profil nehmen, wenn Sie wissen, wie es auf Gleichgewicht und Blutdruck wirkt.",
    ),
    ("The STOP wire is shorted or loose.", "Die STOP-Leitung hat einen Kurzschluss oder ist lose."),
    ("The angle grows no further.", "Der Winkel wächst nicht weiter."),
    (
        (
            "The arteries of the heart are diseased. During inversion, the heart needs more oxygen than they may be "
            "able to bring."
        ),
        (
            "Die Gefäße des Herzens sind krank. Kopfüber braucht das Herz mehr Sauerstoff, als sie vielleicht bringen "
            "können."
        ),
    ),
    ("The battery is too weak to bring you back.", "Der Akku ist zu schwach, um Sie zurückzubringen."),
    (
        "The bone that carries the joint has given way, and inversion does not take the load off it.",
        "Der Knochen, der das Gelenk trägt, hat nachgegeben, und kopfüber zu liegen entlastet es nicht.",
    ),
    (
        "The clearance for '%s' by %s does not count: it must come from %s.",
        "Die Freigabe für '%s' von %s zählt nicht: Sie muss von %s kommen.",
    ),
    ("The clearance for '%s' by %s is not valid before %s.", "Die Freigabe für '%s' von %s gilt nicht vor %s."),
    (
        (
            "The clock says %s, but by the table's own count of minutes it is %s. The stricter of the two counts, "
            "because the clock was set, or stopped without power. To say which is right, press OK at the panel until "
            "it asks."
        ),
        (
            "Die Uhr sagt %s, aber nach der eigenen Zählung der Liege ist es %s. Es gilt, was strenger ist, weil die "
            "Uhr verstellt wurde oder ohne Strom stand. Um zu sagen, was stimmt, drücken Sie OK an der Anzeige, bis "
            "sie fragt."
        ),
    ),
    ("The contactor has failed.", "Das Schütz (Motorschalter) ist defekt."),
    ("The controller had an internal error.", "In der Steuerung gab es einen Fehler."),
    ("The controller was too slow.", "Die Steuerung war zu langsam."),
    (
        "The head of a taller person may hit the floor or the frame, and the balance is wrong.",
        "Wer größer ist, kann mit dem Kopf an Boden oder Rahmen stoßen, und das Gleichgewicht stimmt nicht.",
    ),
    (
        "The locks hold the ankles, and the whole load hangs on an artificial joint that is not made for traction.",
        (
            "Die Halter fassen die Knöchel, und die ganze Last hängt an einem künstlichen Gelenk, das nicht für Zug "
            "gemacht ist."
        ),
    ),
    ("The motor current is not measured.", "Der Motorstrom wird nicht gemessen."),
    ("The motor current reads wrong.", "Der Motorstrom wird falsch gemessen."),
    ("The motor must rest before going further down.", "Der Motor muss ruhen, bevor es weiter abwärts geht."),
    ("The motor runs but nothing moves.", "Der Motor läuft, aber nichts bewegt sich."),
    ("The motor runs by itself.", "Der Motor läuft von selbst."),
    ("The position sensor does not answer.", "Der Positionssensor antwortet nicht."),
    (
        "The programme takes about %d s head-down, and %d s are allowed: reduce down_s or times.",
        "Das Programm dauert etwa %d s mit dem Kopf unten, und %d s sind erlaubt: Verringern Sie down_s oder times.",
    ),
    (
        (
            "The table has lost its own count of minutes, so all waits begin anew. If %s is right, press OK at the "
            "panel until it asks."
        ),
        (
            "Die Liege hat ihre eigene Zählung der Minuten verloren, darum beginnen alle Wartezeiten neu. Stimmt %s, "
            "dann drücken Sie OK an der Anzeige, bis sie fragt."
        ),
    ),
    ("The table leans to one side.", "Die Liege steht schief."),
    ("The table moved too fast.", "Die Liege war zu schnell."),
    ("The table moves the wrong way.", "Die Liege bewegt sich in die falsche Richtung."),
    ("The table moves while its motor is off.", "Die Liege bewegt sich bei ausgeschaltetem Motor."),
    ("The table returns by itself.", "Die Liege fährt von selbst zurück."),
    ("The table returns on its battery.", "Die Liege fährt mit ihrem Akku zurück."),
    ("The table started when not upright.", "Beim Einschalten stand die Liege nicht aufrecht."),
    (
        "The table was not tried with anyone lighter than 45 kg, and a person so light may be a child.",
        "Die Liege wurde mit niemandem unter 45 kg erprobt, und wer so leicht ist, kann ein Kind sein.",
    ),
    ("The table went past its limit.", "Die Liege ist über ihre Grenze gefahren."),
    (
        (
            "The table's clock did not take a laptop's time. Switch the table off and on and connect the laptop again. "
            "If that does not help, have the clock, its battery and the flash checked."
        ),
        (
            "Die Uhr der Liege nahm die Zeit eines Laptops nicht an. Schalten Sie die Liege aus und ein und schließen "
            "Sie den Laptop wieder an. Hilft das nicht, dann lassen Sie Uhr, Batterie und Speicher prüfen."
        ),
    ),
    ("The tilt reading is wrong.", "Die Neigung wird falsch gemessen."),
    ("The tilt sensor does not answer.", "Der Neigungssensor antwortet nicht."),
    ("The tilt sensor is stuck at one reading.", "Der Neigungssensor zeigt immer denselben Wert."),
    ("The time allowed head-down is over.", "Die erlaubte Zeit mit dem Kopf unten ist vorbei."),
    ("The upright switch does not close.", "Der Schalter für aufrecht schließt nicht."),
    (
        "The weak wall of the artery may burst when the pressure rises.",
        "Die schwache Wand der Ader kann reißen, wenn der Druck steigt.",
    ),
    (
        (
            "This table is for adults. The profile has only the year of birth, so the table stays locked until the "
            "year of the 18th birthday is over."
        ),
        (
            "Diese Liege ist für Erwachsene. Das Profil hat nur das Geburtsjahr, darum bleibt die Liege gesperrt, bis "
            "das Jahr des 18. Geburtstags vorbei ist."
        ),
    ),
    (
        "This table, its ankle locks and its motor are rated for 136 kg. A heavier person must not use it.",
        (
            "Diese Liege, ihre Knöchelhalter und ihr Motor sind für 136 kg gebaut. Wer schwerer ist, darf sie nicht "
            "benutzen."
        ),
    ),
    ("Tilt and position sensor disagree.", "Neigungssensor und Positionssensor passen nicht zusammen."),
    ("Tilt and upright/level switch disagree.", "Neigung und Schalter für aufrecht/waagrecht passen nicht zusammen."),
    ("Today %d/%d", "Heute %d/%d"),
    ("Torn hip labrum", "Riss der Gelenklippe der Hüfte"),
    ("Total hip replacement", "Künstliches Hüftgelenk"),
    ("Transient ischaemic attack, at any time", "Kurzer Schlaganfall (TIA), auch früher"),
    ("Tumour of the spine", "Tumor der Wirbelsäule"),
    ("UNCOMMANDED", "LÄUFT ALLEIN"),
    ("UP/DOWN: next person", "UP/DOWN: wechseln"),
    ("UP: better", "UP: besser"),
    ("UP: more   DOWN: less", "UP: plus  DOWN: minus"),
    ("UP: yes", "UP: ja"),
    ("UP: yes   DOWN: no", "UP: ja   DOWN: nein"),
    ("UPRIGHT_SWITCH", "ENDSCHALTER"),
    ("Under 147 cm", "Unter 147 cm"),
    ("Under 45 kg", "Unter 45 kg"),
    ("Unexplained tingling or numbness", "Kribbeln oder Taubheitsgefühl ohne bekannte Ursache"),
    ("Up to level", "Bis waagrecht"),
    (
        "Update the table's firmware: a newer version counted its restarts, and this one cannot read it.",
        "Erneuern Sie die Firmware der Liege: Eine neuere hat ihre Neustarts gezählt, und diese kann es nicht lesen.",
    ),
    (
        "Update the table's firmware: a newer version kept this record, and this one cannot read it.",
        (
            "Erneuern Sie die Firmware der Liege: Eine neuere hat die Sitzungen dieser Person gespeichert, und diese "
            "kann es nicht lesen."
        ),
    ),
    (
        "Update the table's firmware: a newer version logged the newest time, and this one cannot read it.",
        "Erneuern Sie die Firmware der Liege: Eine neuere hat die Zeit gespeichert, und diese kann sie nicht lesen.",
    ),
    (
        "Update the table's firmware: a newer version stored this profile, and this one cannot read it.",
        (
            "Erneuern Sie die Firmware der Liege: Eine neuere hat dieses Profil gespeichert, und diese kann es nicht "
            "lesen."
        ),
    ),
    (
        "Update the table's firmware: it does not know the condition '%s' and cannot judge it.",
        "Erneuern Sie die Firmware der Liege: Sie kennt die Krankheit '%s' nicht und kann sie nicht beurteilen.",
    ),
    (
        "Update the table's firmware: it is too old for this profile.",
        "Erneuern Sie die Firmware der Liege: Sie ist zu alt für dieses Profil.",
    ),
    ("Upright", "Aufrecht"),
    ("Use the manual release. Have the contactor replaced.", "Handentriegelung benutzen. Das Schütz ersetzen lassen."),
    ("Use the manual release. Have the drive repaired.", "Handentriegelung benutzen. Den Antrieb reparieren lassen."),
    ("Use the manual release. Have the wiring checked.", "Handentriegelung benutzen. Die Verdrahtung prüfen lassen."),
    ("Use the manual release. Look for a blockage.", "Handentriegelung benutzen. Nachsehen, was blockiert."),
    (
        (
            "Use the table only while a second person is there who knows how to bring it back and how to release it by "
            "hand. Then take 'Alone in the house' out of the profile."
        ),
        (
            "Benutzen Sie die Liege nur, wenn eine zweite Person da ist, die weiß, wie man sie zurückholt und von Hand "
            "löst. Dann nehmen Sie 'Allein im Haus' aus dem Profil."
        ),
    ),
    ("Ventral hernia", "Bauchwandbruch"),
    ("Vertigo", "Drehschwindel"),
    ("WRONG_WAY", "FALSCHER WEG"),
    (
        "Wait at least %d minutes between sessions. Come back in %d minutes.",
        "Warten Sie zwischen Sitzungen mindestens %d Minuten. Kommen Sie in %d Minuten wieder.",
    ),
    (
        (
            "Wait until it has healed; the table asks again tomorrow. An inflamed eye should not be put under more "
            "pressure."
        ),
        (
            "Warten Sie, bis es geheilt ist; die Liege fragt morgen wieder. Ein entzündetes Auge soll nicht unter mehr "
            "Druck kommen."
        ),
    ),
    (
        (
            "Wait until it has healed; the table asks again tomorrow. Infected ears and blocked sinuses hurt when the "
            "head is down and disturb the balance."
        ),
        (
            "Warten Sie, bis es geheilt ist; die Liege fragt morgen wieder. Entzündete Ohren und verstopfte "
            "Nebenhöhlen schmerzen, wenn der Kopf unten ist, und stören das Gleichgewicht."
        ),
    ),
    (
        (
            "Wait until it is over; the table asks again tomorrow. If it keeps coming back, ask a physician, because "
            "pressure in the head rises when the head is down."
        ),
        (
            "Warten Sie, bis es vorbei ist; die Liege fragt morgen wieder. Kommt es immer wieder, dann fragen Sie "
            "ärztlich nach, denn der Druck im Kopf steigt, wenn der Kopf unten ist."
        ),
    ),
    (
        "Wait until tomorrow. The person who must bring the table back has to be alert and steady.",
        "Warten Sie bis morgen. Wer die Liege zurückholen muss, muss aufmerksam und sicher auf den Beinen sein.",
    ),
    (
        (
            "Wait until two hours have passed since the meal, because what is in a full stomach runs back up the "
            "gullet when the head is down."
        ),
        (
            "Warten Sie nach dem Essen zwei Stunden, denn was in einem vollen Magen ist, läuft die Speiseröhre hinauf, "
            "wenn der Kopf unten ist."
        ),
    ),
    (
        "Weakened bone may break under traction or in the ankle locks.",
        "Geschwächter Knochen kann unter Zug oder in den Knöchelhaltern brechen.",
    ),
    ("When upright, close both ankle locks.", "Aufrecht beide Knöchelhalter schließen."),
    ("When upright, press UP to acknowledge.", "Aufrecht UP drücken, um es zu bestätigen."),
    ("When upright, switch the table off and on.", "Aufrecht die Liege aus- und einschalten."),
    ("Which time is right?", "Welche Zeit stimmt?"),
    ("Whiplash", "Schleudertrauma"),
    (
        "Without the date, the table cannot check age, clearances and sessions.",
        "Ohne Datum kann die Liege Alter, Freigaben und Sitzungen nicht prüfen.",
    ),
    ("You answered yes today: %s %s", "Heute mit Ja beantwortet: %s %s"),
    (
        "You said that something is new or worse. Ask a physician what it means.",
        "Sie haben gesagt, dass etwas neu oder schlimmer ist. Fragen Sie ärztlich nach, was es bedeutet.",
    ),
    ("a condition in the profile allows no more", "Mehr erlaubt eine Krankheit im Profil nicht"),
    ("a physician or an orthopaedic surgeon", "einem Arzt oder orthopädischen Chirurgen"),
    ("a physician who is not an orthopaedic surgeon", "einem Arzt, der kein orthopädischer Chirurg ist,"),
    ("an orthopaedic surgeon", "einem orthopädischen Chirurgen"),
    ("at your age no more is allowed", "Mehr ist in Ihrem Alter nicht erlaubt"),
    ("deg above\nlevel", "Grad\nKopf oben"),
    ("deg below\nlevel", "Grad\nKopf unten"),
    ("it is earlier than the table's", "Sie ist früher als die der Liege"),
    ("it is more than ten years ahead of the table's", "Sie ist der Zeit der Liege mehr als zehn Jahre voraus"),
    ("locked %d/%d ", "Sperre %d/%d "),
    ("of %s deg\nbelow level", "von %s Grad\nKopf unten"),
    ("seconds\nto go", "Sekunden\nübrig"),
    ("the profile asks for no more", "Mehr verlangt das Profil nicht"),
    ("the profile holds it there for now", "Das Profil hält es vorerst dort"),
    ("the table goes no further", "Weiter geht die Liege nicht"),
    ("the table has nothing to check it by", "Die Liege hat nichts, um sie zu prüfen"),
    ("this one", "dieser"),
    ("your sessions so far allow no more", "Mehr erlauben Ihre Sitzungen bisher nicht"),
)
