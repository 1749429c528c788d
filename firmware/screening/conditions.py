"""The contraindication table as data: one row per condition a profile may declare, and screening's numbers and words.

The categories are this project's own: no manufacturer's list was found that grades them. Every angle and every wait
here is an engineering proposal that a clinician must set. Nothing here is medical advice.

The tables hold literals only: such tuples stay in flash when this file is frozen, where those built from names would
take 5 kB of heap.
"""

# Categories, as they stand in the rows.
ABSOLUTE = "absolute"  # locks; no clearance changes it
UNTIL_CLEARED = "until cleared"  # locks until a clearance that counts
CAPPED = "capped"  # allowed up to the cap
WARN = "warn"  # allowed after a warning that the person acknowledges at the table
GATE = "gate"  # locks by a number of the profile; nobody declares it
TODAY = "today"  # asked at the table each day; declared, it locks until it is taken out of the profile
NOTE = "note"  # a known word that enforces nothing
CATEGORIES = (ABSOLUTE, UNTIL_CLEARED, CAPPED, WARN, GATE, TODAY, NOTE)

# Who may clear. A surgeon's clearance serves wherever a physician's does.
ANY_ROLE = ""
PHYSICIAN = "physician"
SURGEON = "orthopaedic_surgeon"
ROLES = (PHYSICIAN, SURGEON)

# In cap_cdeg: the row sets no angle of its own.
NO_CAP = 0

# Past this no source names a benefit, and only a profile that says so, by its `beyond_60`, goes further [D].
TABLE_RATING_CDEG = 6000
FULL_CDEG = 9000
# Hanging fully inverted is for "only a few seconds" in a maker's manual [F]: past the angle, so long in a session [D].
STILL_CDEG = 7500
STILL_MS = 60000
# A clearance says how a person was on the day it was written [D].
CLEARANCE_DAYS = 180

# What any profile keeps to: the only meaning of its angles, and the range of each of its numbers.
ANGLE_REF = "deg_past_horizontal"
ANGLE_CDEG = (100, 9000)
SESSION_S = (30, 600)
# An intermittent session: so long at the limit, so long at level, so many times down.
PROGRAMME = (("down_s", (10, 300)), ("level_s", (10, 300)), ("times", (2, 10)))
BORN = (1900, 2099)
HEIGHT_CM = (100, 250)
WEIGHT_KG = (20, 300)

# Places in a row of CONDITIONS. cap_cdeg: NO_CAP or the most that is allowed. wait_days: how long after the operation
# or event (the profile's `since`) a clearance may be given at the earliest; 0: no date is asked for. number: the row of
# the project's list of 44 contraindications, 0 for what only the founding article names.
KEY, NAME, CATEGORY, ROLE, CAP_CDEG, WAIT_DAYS, REASON, SOURCE, NUMBER = range(9)

# Waits, all [D]: 84 days is the long end of the 6 to 12 weeks for which surgeons were found to ask for care after a hip
# operation, 42 the short end for a sprain; 90 a usual first course against a clot; 14 for a swelling to show its cause.
# What a list calls recent is one key with a wait instead of an acute and a healed one: of two keys a person would
# choose the milder.
#
# Marks in a source: [F] read there, [R] from general knowledge, [D] this project's own judgment.
CONDITIONS = (
    # The hip.
    (
        "total_hip_replacement", "Total hip replacement", "absolute", "", 0, 0,
        (
            "An artificial hip can come out of its socket when the body hangs from the ankles, so this table does not "
            "invert anyone who has one. No clearance changes that."
        ),
        "founding article [F]", 1,
    ),
    (
        "partial_hip_replacement", "Partial hip replacement", "absolute", "", 0, 0,
        (
            "Half a hip joint of metal can come out of its socket as a whole one can, so this table does not invert "
            "with it. No clearance changes that."
        ),
        "the article's total hip replacement [F], read for any artificial hip [D]", 1,
    ),
    (
        "hip_resurfacing", "Hip resurfacing", "absolute", "", 0, 0,
        (
            "A resurfaced hip is an artificial one and can come out of its socket under traction, so this table does "
            "not invert with it. No clearance changes that."
        ),
        "the article's total hip replacement [F], read for any artificial hip [D]", 1,
    ),
    (
        "severe_hip_osteoarthritis", "Severe osteoarthritis of the hip", "absolute", "", 0, 0,
        (
            "Inversion does not take load off a severely worn hip and may press it sideways, so this table does not "
            "invert with it. No clearance changes that."
        ),
        "founding article [F]", 2,
    ),
    (
        "moderate_hip_osteoarthritis", "Moderate osteoarthritis of the hip", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. A worn hip may be harmed by the "
            "sideways load of inversion."
        ),
        "founding article [F]; the grade and the angle [D]", 2,
    ),
    (
        "mild_hip_osteoarthritis", "Mild osteoarthritis of the hip", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. A worn hip may be harmed by the "
            "sideways load of inversion."
        ),
        "founding article [F]; the grade and the angle [D]", 2,
    ),
    (
        "acute_hip_instability", "Acute hip instability", "until cleared", "orthopaedic_surgeon", 0, 0,
        "An orthopaedic surgeon must clear it first: an unstable hip must not hang.",
        "founding article [F]", 3,
    ),
    (
        "hip_dislocation", "Hip dislocation", "until cleared", "orthopaedic_surgeon", 0, 84,
        (
            "An orthopaedic surgeon must clear it, twelve weeks after it happened at the earliest. A hip that has come "
            "out of its socket may do so again under traction."
        ),
        "founding article [F]; Teeter guide, for dislocations [F]; wait [D]", 3,
    ),
    (
        "early_post_op_hip", "Early recovery after hip surgery", "until cleared", "orthopaedic_surgeon", 0, 84,
        (
            "An orthopaedic surgeon must clear a freshly operated hip first. Traction can undo healing or damage an "
            "implant."
        ),
        "founding article [F]; wait [D]", 4,
    ),
    (
        "hip_flexor_strain", "Acute strain of the hip flexors", "until cleared", "physician", 1500, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. Hanging puts undue stress on "
            "strained hip flexors."
        ),
        "founding article [F]; the angle [D]", 5,
    ),
    (
        "hip_labral_tear", "Torn hip labrum", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. A torn labrum no longer seals "
            "the hip against traction."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    (
        "femoroacetabular_impingement", "Femoroacetabular impingement", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. The joint surfaces already "
            "collide in some positions."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    (
        "hip_dysplasia", "Hip dysplasia", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. A shallow socket holds the hip "
            "less firmly under traction."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    (
        "joint_hypermobility", "Joint hypermobility", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. Loose joints give way sooner "
            "under traction."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    # Legs, bones and joints: the whole load hangs on them.
    (
        "knee_replacement", "Knee replacement", "until cleared", "physician", 0, 0,
        "A physician must clear an artificial one first. The load of the body hangs on the knees.",
        "a clinic's list [F]; category [D]", 7,
    ),
    (
        "knee_ligament_injury", "Injured knee ligament", "until cleared", "physician", 0, 0,
        "A physician must clear it first. The load of the body hangs on the knees and pulls at their ligaments.",
        "a clinic's list [F]; category [D]", 7,
    ),
    (
        "ankle_ligament_injury", "Injured ankle ligament", "until cleared", "physician", 0, 0,
        "A physician must clear it first. The ankles carry the whole load and are what the locks hold.",
        "a clinic's list [F]; category [D]", 7,
    ),
    (
        "recent_ankle_sprain", "Recent ankle sprain", "until cleared", "physician", 0, 42,
        (
            "A physician must clear it, six weeks after it happened at the earliest. A sprained ankle cannot carry the "
            "whole body yet."
        ),
        "a clinic's list [F]; wait [D]", 7,
    ),
    (
        "medullary_pin", "Medullary pin", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Traction pulls at a bone that a pin holds together.",
        "Teeter guide [F]; retail lists [F]", 8,
    ),
    (
        "orthopaedic_implant", "Orthopaedic implant", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Traction may load screws, plates or rods in a way they were not made for.",
        "Teeter guide [F]; retail lists [F]", 8,
    ),
    (
        "recent_fracture", "Recent fracture", "until cleared", "physician", 0, 84,
        (
            "A physician must clear it, twelve weeks after it broke at the earliest. A bone that is knitting must not "
            "hang."
        ),
        "Teeter guide [F]; wait [D]", 9,
    ),
    (
        "joint_dislocation", "Dislocation, of a joint but the hip", "until cleared", "physician", 0, 84,
        (
            "A physician must clear it, twelve weeks after it happened at the earliest. A joint that came apart may do "
            "so again under traction."
        ),
        "Teeter guide [F]; wait [D]", 9,
    ),
    (
        "swollen_joint", "Acutely swollen joint", "until cleared", "physician", 0, 14,
        (
            "A physician must clear it, two weeks after it began at the earliest. A swollen joint is inflamed or "
            "injured, and traction may harm it further."
        ),
        "Teeter guide [F]; wait [D]", 9,
    ),
    (
        "osteoporosis", "Osteoporosis", "absolute", "", 0, 0,
        (
            "Weakened bone may break under traction or in the ankle locks, so this table does not invert with it. No "
            "clearance changes that."
        ),
        "older Teeter list [F]; physiotherapy teaching on traction [F]", 10,
    ),
    (
        "osteopenia", "Osteopenia", "until cleared", "physician", 3000, 0,
        (
            "A physician must clear it first, and then only moderate angles are allowed. Bone that has lost strength "
            "bears less."
        ),
        "older Teeter list [F]; category and angle [D]", 10,
    ),
    (
        "rheumatoid_arthritis", "Rheumatoid arthritis", "until cleared", "physician", 0, 0,
        "A physician must clear it first. It can loosen joints, those of the neck among them.",
        "physiotherapy teaching on traction [F]", 31,
    ),
    (
        "acute_joint_inflammation", "Acute inflammation of a joint", "until cleared", "physician", 0, 0,
        "A physician must clear it first. An inflamed joint does not bear traction.",
        "physiotherapy teaching on traction [F]", 31,
    ),
    # The eyes.
    (
        "glaucoma", "Glaucoma", "absolute", "", 0, 0,
        (
            "Hanging head-down about doubles the pressure in the eye, which can cost sight with glaucoma, so this "
            "table does not invert with it. No clearance changes that."
        ),
        "study of eye pressure in inversion [F]; Teeter list [F]", 11,
    ),
    (
        "ocular_hypertension", "Ocular hypertension", "absolute", "", 0, 0,
        (
            "Hanging head-down about doubles the pressure in the eye, and here it is too high already, so this table "
            "does not invert with it. No clearance changes that."
        ),
        "study of eye pressure in inversion [F]; category [D]", 11,
    ),
    (
        "retinal_detachment", "Retinal detachment, at any time", "absolute", "", 0, 0,
        (
            "Pressure in the eye and its veins rises head-down and may tear a retina that came loose once, so this "
            "table does not invert with it. No clearance changes that."
        ),
        "retail lists [F]", 12,
    ),
    (
        "recent_eye_surgery", "Recent eye surgery", "absolute", "", 0, 0,
        (
            "Pressure in the eye rises head-down and may open what was operated, so this table does not invert after "
            "it. No clearance changes that."
        ),
        "retail lists [F]; category [D]", 12,
    ),
    (
        "macular_degeneration", "Macular degeneration", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Pressure in the eye rises head-down, and this retina has nothing to spare.",
        "a weak source on eye pressure [F]; category [D]", 13,
    ),
    (
        "optic_neuropathy", "Optic neuropathy", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Pressure in the eye rises head-down and may harm a weakened optic nerve.",
        "a weak source on eye pressure [F]; category [D]", 13,
    ),
    (
        "high_myopia", "High myopia", "until cleared", "physician", 0, 0,
        "A physician must clear it first. A very short-sighted eye is stretched, and pressure in it rises head-down.",
        "a weak source on eye pressure [F]; category [D]", 13,
    ),
    (
        "diabetic_retinopathy", "Diabetic retinopathy", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Fragile vessels of the retina may bleed when pressure in the eye rises.",
        "general knowledge [R]; category [D]", 44,
    ),
    # Heart, vessels and breath.
    (
        "uncontrolled_hypertension", "High blood pressure, 140/90 or more", "absolute", "", 0, 0,
        (
            "Have it treated; then it is controlled_hypertension. Inversion raised blood pressure by some 17 mmHg in a "
            "study, so this table does not invert with it."
        ),
        "studies of blood pressure in inversion [F]; retail list [F]", 15,
    ),
    (
        "controlled_hypertension", "High blood pressure, treated", "until cleared", "physician", 3000, 0,
        (
            "A physician must clear it first, and then only moderate angles are allowed. Inversion raised blood "
            "pressure by some 17 mmHg in a study."
        ),
        "studies of blood pressure in inversion [F]; a seller's advice [F]; angle [D]", 16,
    ),
    (
        "heart_failure", "Heart failure", "absolute", "", 0, 0,
        (
            "Inverted, the heart works against more resistance and pumps less, so this table does not invert with it. "
            "No clearance changes that."
        ),
        "study of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "coronary_artery_disease", "Coronary artery disease", "absolute", "", 0, 0,
        (
            "Inverted, the heart needs more oxygen than narrowed arteries may bring, so this table does not invert "
            "with it. No clearance changes that."
        ),
        "studies of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "arrhythmia", "Irregular heartbeat", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. Inversion changes the heart's "
            "rate and load at once."
        ),
        "studies of the heart in inversion [F]; category and angle [D]", 17,
    ),
    (
        "pacemaker", "Pacemaker or implanted defibrillator", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. Inversion changes the heart's "
            "load, and this heart depends on a device."
        ),
        "studies of the heart in inversion [F]; category and angle [D]", 17,
    ),
    (
        "carotid_stenosis", "Narrowed carotid artery", "absolute", "", 0, 0,
        (
            "Pressure in the arteries of the neck and head rises head-down, so this table does not invert with it. No "
            "clearance changes that."
        ),
        "makers' list of 1983 [F]; category [D]", 18,
    ),
    (
        "aneurysm", "Aneurysm", "absolute", "", 0, 0,
        (
            "A weak wall of an artery may burst as the pressure rises, so this table does not invert with it. No "
            "clearance changes that."
        ),
        "general knowledge [R]; category [D]", 18,
    ),
    (
        "anticoagulants", "Anticoagulants", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. With thinned blood a small "
            "bleeding, head-down in eye or skin, does not stop by itself."
        ),
        "Teeter guide [F]; petechiae seen in a trial [F]; angle [D]", 20,
    ),
    (
        "high_dose_aspirin", "Aspirin in high doses", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first, and then only small angles are allowed. It thins the blood, and a small "
            "bleeding head-down does not stop by itself."
        ),
        "Teeter guide [F]; petechiae seen in a trial [F]; angle [D]", 20,
    ),
    (
        "recent_deep_vein_thrombosis", "Recent deep vein thrombosis", "until cleared", "physician", 0, 90,
        (
            "A physician must clear it, three months after it was found at the earliest. A clot may come loose and "
            "travel. It is looked for in the weeks after hip surgery too."
        ),
        "a weak source [F]; wait [D]", 21,
    ),
    (
        "respiratory_insufficiency", "Respiratory insufficiency", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Head-down the bowels press on the lungs.",
        "physiotherapy teaching on traction [F]; category [D]", 35,
    ),
    (
        "copd", "Chronic obstructive lung disease (COPD)", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Head-down the bowels press on lungs that have little to spare.",
        "physiotherapy teaching on traction [F]; category [D]", 35,
    ),
    # Brain, balance and awareness.
    (
        "stroke", "Stroke, at any time", "absolute", "", 0, 0,
        (
            "Pressure in the vessels of the head rises head-down, so this table does not invert after one. No "
            "clearance changes that."
        ),
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "transient_ischaemic_attack", "Transient ischaemic attack, at any time", "absolute", "", 0, 0,
        (
            "It warns of a stroke, and pressure in the vessels of the head rises head-down, so this table does not "
            "invert after one. No clearance changes that."
        ),
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "intracranial_bleed", "Bleeding inside the skull, at any time", "absolute", "", 0, 0,
        (
            "Pressure in the skull rises head-down and may start it again, so this table does not invert after one. "
            "No clearance changes that."
        ),
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "brain_trauma", "Brain injury", "absolute", "", 0, 0,
        "Pressure in the skull rises head-down, so this table does not invert after one. No clearance changes that.",
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "seizure_disorder", "Seizure disorder", "absolute", "", 0, 0,
        (
            "Somebody who has a seizure head-down cannot bring the table back, so it does not invert with it. No "
            "clearance changes that."
        ),
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "syncope", "Fainting spells", "absolute", "", 0, 0,
        (
            "Somebody who faints head-down cannot bring the table back, so it does not invert with them. No clearance "
            "changes that."
        ),
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "narcolepsy", "Narcolepsy", "absolute", "", 0, 0,
        (
            "Somebody who falls asleep head-down cannot bring the table back, so it does not invert with it. No "
            "clearance changes that."
        ),
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "severe_headaches", "Severe headaches, again and again", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first. Pressure in the head rises head-down, and the headaches may have a cause "
            "that bears none."
        ),
        "Teeter guide [F]; a clinic's list [F]", 23,
    ),
    (
        "migraine", "Migraine", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Pressure in the head rises head-down and may bring on an attack.",
        "Teeter guide [F]; a clinic's list [F]", 23,
    ),
    (
        "vertigo", "Vertigo", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Tilting the head may start a spell in somebody who is strapped in.",
        "Teeter guide [F]", 34,
    ),
    (
        "benign_positional_vertigo", "Benign positional vertigo (BPPV)", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Tilting the head is what starts its spells.",
        "Teeter guide names dizziness [F]; a weak source [F]", 34,
    ),
    (
        "menieres_disease", "Meniere's disease", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first. Its spells of dizziness come without warning, and head-down nobody can "
            "sit down."
        ),
        "Teeter guide names dizziness [F]; category [D]", 34,
    ),
    # Abdomen, pregnancy and surgery.
    (
        "pregnancy", "Pregnancy", "absolute", "", 0, 0,
        (
            "Studies and makers of inversion tables exclude pregnancy, so this table does not invert during it. No "
            "clearance changes that."
        ),
        "trial exclusions [F]; retail lists [F]", 24,
    ),
    (
        "hiatal_hernia", "Hiatal hernia without symptoms", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Head-down the stomach presses through the gap in the diaphragm.",
        "older Teeter list [F]; makers' list of 1983 [F]", 25,
    ),
    (
        "symptomatic_hiatal_hernia", "Hiatal hernia with symptoms", "absolute", "", 0, 0,
        (
            "Head-down the stomach presses through the gap in the diaphragm, and here it already troubles, so this "
            "table does not invert with it. No clearance changes that."
        ),
        "older Teeter list [F]; category [D]", 25,
    ),
    (
        "ventral_hernia", "Ventral hernia", "until cleared", "physician", 0, 0,
        "A physician must clear it first. The weight of the bowels shifts against the gap in the abdominal wall.",
        "older Teeter list [F]; makers' list of 1983 [F]", 25,
    ),
    (
        "inguinal_hernia", "Inguinal hernia", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Straining and shifting bowels press on the gap in the groin.",
        "older Teeter list, for hernias [F]; category [D]", 25,
    ),
    (
        "reflux_disease", "Acid reflux (GERD)", "capped", "", 2000, 0,
        "Head-down acid runs up the gullet, so only small angles are allowed, and none within two hours of a meal.",
        "a clinic's article [F]; a maker's manual [F]; angle [D]", 26,
    ),
    (
        "abdominal_surgery", "Abdominal surgery", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first. Scars and mended walls of the abdomen carry shifting bowels head-down. "
            "In its first six months recent_surgery stands beside it."
        ),
        "trial exclusions [F]", 27,
    ),
    (
        "recent_surgery", "Any surgery in the last six months", "until cleared", "physician", 0, 84,
        (
            "A physician must clear it, twelve weeks after the operation at the earliest. What was operated is still "
            "healing. A hip is declared as early_post_op_hip instead."
        ),
        "trial exclusions [F]; wait [D]", 27,
    ),
    (
        "extreme_obesity", "Extreme obesity", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first. Disease of heart, vessels and eyes often goes with it unseen. The "
            "table's weight limit holds besides."
        ),
        "retail list [F]", 36,
    ),
    # The spine and its nerves.
    (
        "spinal_fracture", "Fracture of the spine, at any time", "until cleared", "physician", 0, 84,
        (
            "A physician must clear it, twelve weeks after it happened at the earliest. Traction pulls at a spine that "
            "broke once."
        ),
        "Teeter guide, for fractures [F]; category and wait [D]", 28,
    ),
    (
        "spinal_instability", "Instability of the spine", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Vertebrae that slide may pinch the cord or its nerves under traction.",
        "trial exclusions [F]; category [D]", 28,
    ),
    (
        "spondylolisthesis", "Spondylolisthesis", "until cleared", "physician", 0, 0,
        "A physician must clear it first. A vertebra that has slipped may slip further under traction.",
        "trial exclusions [F]; category [D]", 28,
    ),
    (
        "significant_scoliosis", "Significant scoliosis", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Traction loads a curved spine unevenly.",
        "Teeter guide [F]; category [D]", 28,
    ),
    (
        "cauda_equina_signs", "Signs of cauda equina syndrome", "absolute", "", 0, 0,
        (
            "Seek care now, and do not invert. Numbness of the saddle area or weakness of both legs with back pain is "
            "an emergency. No clearance changes that."
        ),
        "trial exclusions [F]; red flag, general knowledge [R]", 29,
    ),
    (
        "bladder_or_bowel_change", "Bladder or bowel change with back pain", "absolute", "", 0, 0,
        (
            "Seek care now, and do not invert. It can mean that the nerves at the end of the cord are crushed, which "
            "is an emergency. No clearance changes that."
        ),
        "trial exclusions [F]; red flag, general knowledge [R]", 29,
    ),
    (
        "worsening_nerve_deficit", "Numbness or weakness that gets worse", "absolute", "", 0, 0,
        "Seek care now, and do not invert. A nerve that keeps losing function is in danger. No clearance changes that.",
        "trial exclusions [F]; red flag, general knowledge [R]", 29,
    ),
    (
        "spinal_infection", "Infection of the spine", "absolute", "", 0, 0,
        (
            "Traction may spread it and break weakened bone, so this table does not invert with it. No clearance "
            "changes that."
        ),
        "physiotherapy teaching on traction [F]", 30,
    ),
    (
        "spinal_tumour", "Tumour of the spine", "absolute", "", 0, 0,
        (
            "Bone that a tumour has weakened may break under traction, so this table does not invert with it. No "
            "clearance changes that."
        ),
        "physiotherapy teaching on traction [F]; trial exclusions [F]", 30,
    ),
    (
        "spinal_cord_compression", "Compression of the spinal cord", "absolute", "", 0, 0,
        (
            "Any movement of the vertebrae may harm a cord that is pressed, so this table does not invert with it. No "
            "clearance changes that."
        ),
        "physiotherapy teaching on traction [F]", 30,
    ),
    (
        "spinal_fusion", "Spinal fusion", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first. Traction pulls at screws, rods and the segments beside them. In its "
            "first six months recent_surgery stands beside it."
        ),
        "Teeter guide, for implanted supports [F]; category [D]", 32,
    ),
    (
        "disc_surgery", "Disc surgery", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first. A disc that was cut open may give way under traction. In its first six "
            "months recent_surgery stands beside it."
        ),
        "Teeter guide, for implanted supports [F]; category [D]", 32,
    ),
    (
        "diabetic_neuropathy", "Diabetic neuropathy", "until cleared", "physician", 0, 0,
        "A physician must clear it first. Feet that feel little do not tell that an ankle lock presses or slips.",
        "general knowledge [R]; category [D]", 44,
    ),
    # Warnings: allowed, and acknowledged at the table.
    (
        "alone_at_home", "Alone in the house", "warn", "", 0, 0,
        (
            "Have somebody within call; alone, sessions stay short. People have been stuck upside down with nobody to "
            "help, and one died."
        ),
        "news reports [F]; retail lists [F]; time [D]", 42,
    ),
    (
        "claustrophobia", "Claustrophobia", "warn", "", 0, 0,
        (
            "Begin with very small angles, and somebody beside you. Being strapped in can bring on panic, and from "
            "head-down nobody gets out at once."
        ),
        "physiotherapy teaching on traction [F]", 43,
    ),
    (
        "anxiety", "Anxiety", "warn", "", 0, 0,
        "Begin with very small angles, and somebody beside you. Being strapped in head-down can bring on panic.",
        "physiotherapy teaching on traction [F]", 43,
    ),
    # Asked at the table each day; declared, they lock until they are taken out of the profile.
    (
        "conjunctivitis", "Conjunctivitis", "today", "", 0, 0,
        "Take it out of the profile when it has healed. An inflamed eye bears no rise of its pressure.",
        "older Teeter list [F]", 14,
    ),
    (
        "middle_ear_infection", "Middle-ear infection", "today", "", 0, 0,
        "Take it out of the profile when it has healed. It disturbs the balance, and hurts head-down.",
        "retail list [F]", 33,
    ),
    (
        "sinusitis", "Sinusitis", "today", "", 0, 0,
        (
            "Take it out of the profile when it has healed. Blocked sinuses hurt head-down, and dizziness may come "
            "with it."
        ),
        "retail list, for ear infections [F]; category [D]", 33,
    ),
    (
        "alcohol_today", "Alcohol today", "today", "", 0, 0,
        "Take it out of the profile when the day is over. Alcohol slows whoever must bring the table back.",
        "Teeter guide, for ability to operate [F]; category [D]", 41,
    ),
    (
        "sedatives_today", "Sedatives today", "today", "", 0, 0,
        "Take it out of the profile when they have worn off. Sedatives slow whoever must bring the table back.",
        "Teeter guide, for side effects of drugs [F]; category [D]", 41,
    ),
    (
        "new_medicine_today", "A new medicine today", "today", "", 0, 0,
        "Take it out of the profile once it is known what it does to balance and blood pressure.",
        "Teeter guide, for side effects of drugs [F]; category [D]", 41,
    ),
    (
        "meal_in_last_two_hours", "A meal in the last two hours", "today", "", 0, 0,
        "Take it out of the profile when two hours have passed. A full stomach runs back up the gullet head-down.",
        "a maker's manual [F]; two hours [D]", 26,
    ),
    (
        "headache_today", "Severe headache or migraine today", "today", "", 0, 0,
        (
            "Take it out of the profile when it is over; if it keeps coming back, ask a physician. Pressure in the "
            "head rises head-down."
        ),
        "Teeter guide [F]; a clinic's list [F]", 23,
    ),
    # Known words that enforce nothing.
    (
        "sciatica", "Sciatica", "note", "", 0, 0,
        "Inversion may ease pressure on the nerve in the lower back; any benefit to the hip is indirect.",
        "founding article [F]", 0,
    ),
    (
        "piriformis_syndrome", "Piriformis syndrome", "note", "", 0, 0,
        (
            "Inversion may relax the muscles of the lower back and buttock; any benefit to the hip is indirect, and "
            "the relief may be temporary."
        ),
        "founding article [F]", 0,
    ),
    (
        "lumbar_radiculopathy", "Lumbar radiculopathy", "note", "", 0, 0,
        "Inversion may ease pressure on a nerve root in the lower back; any benefit to the hip is indirect.",
        "founding article [F]", 0,
    ),
    (
        "muscle_tension", "Muscle tension of back and buttock", "note", "", 0, 0,
        "Inversion may stretch and relax these muscles for a while; any benefit to the hip is indirect.",
        "founding article [F]", 0,
    ),
)  # fmt: skip

# The longest time head-down, in seconds, of who declares a warning: the length of a first session [D].
WARN_SESSION_S = {"alone_at_home": 60}

# Places in a row of GATES: it applies to whoever's measure is outside least to most, both included. `age` is today's
# year less the year of birth. The day of birth is not known, so the person is that old or a year younger, and each gate
# takes the side that protects: 18 is certain from 19 on, 60 is possible from 60 on. `mass_index` is whole kilograms by
# square metre, and none for who declares extreme_obesity: a clearance is asked for there.
CODE, GATE_NAME, GATE_CATEGORY, MEASURE, LEAST, MOST, GATE_CAP_CDEG, GATE_REASON, GATE_SOURCE, GATE_NUMBER = range(10)

GATES = (
    (
        "OVER_WEIGHT", "Over 136 kg", "gate", "weight_kg", 0, 136, 0,
        (
            "The frame, the ankle locks and the motor of this table are rated for 136 kg. A heavier person must not "
            "use it."
        ),
        "retail tables are rated for 113 to 136 kg [F]; this table's rating [D]", 37,
    ),
    (
        "UNDER_WEIGHT", "Under 45 kg", "gate", "weight_kg", 45, 999, 0,
        (
            "The table was not tried with anyone lighter than 45 kg, and who weighs less may be a child. It does not "
            "invert."
        ),
        "the lightest person that the balance was tried with [D]", 37,
    ),
    (
        "EXTREME_OBESITY", "Body mass index of 40 or more", "gate", "mass_index", 0, 39, 0,
        (
            "Declare extreme_obesity, and have a physician clear it. Disease of heart, vessels and eyes often goes "
            "with it unseen."
        ),
        "retail list, for extreme obesity [F]; the index [R]; that it is found by weight and height [D]", 36,
    ),
    (
        "UNDER_HEIGHT", "Under 147 cm", "gate", "height_cm", 147, 999, 0,
        "A shorter person does not balance on this table, and the ankle locks may not hold. It does not invert.",
        "a retail table begins at 147 cm [F], others at 142 cm [R]; this table's range [D]", 38,
    ),
    (
        "OVER_HEIGHT", "Over 198 cm", "gate", "height_cm", 0, 198, 0,
        "The head of a taller person may touch floor or frame, and the balance is off. This table does not invert.",
        "retail tables end at 198 cm [F]", 38,
    ),
    (
        "UNDER_AGE", "Not certainly 18 years old", "gate", "age", 19, 999, 0,
        (
            "This table is for adults. By the year of birth alone the person may be under 18 still; the lock ends "
            "with the year of the 18th birthday."
        ),
        "a maker's manual [F]; scope of ISO 20957-1, for under 14 [F]; 18 [D]", 39,
    ),
    (
        "OLDER_AGE", "60 years or older", "capped", "age", -99, 59, 3000,
        "Older necks and vessels bear less, and older people were hurt or trapped. Only moderate angles are allowed.",
        "case report at 64 [F]; fatal entrapment at 64 [F]; the age and the angle [D]", 40,
    ),
    (
        "SECOND_PERSON", "60 years or older", "warn", "age", -99, 59, 0,
        "A second person must be present who knows how to bring the table back and how to release it by hand.",
        "fatal entrapment at 64 [F]; the age [D]", 40,
    ),
)  # fmt: skip

# What the panel asks before the first session of a day: key, question, reason for stopping at a yes, source. A question
# fits two lines of 21 characters. A yes stands until tomorrow, when the table asks again, and the reason says so; OK
# leaves the questions for later. Screening judges profiles and asks nothing; the questions stand here because they are
# rows of the same list.
TODAY_QUESTIONS = (
    (
        "ear_or_sinus_infection", "Ear infection or sinus trouble?",
        (
            "Wait until it has healed; the table asks again tomorrow. Infected ears and blocked sinuses hurt head-down "
            "and disturb the balance."
        ),
        "retail list [F]",
    ),
    (
        "conjunctivitis", "Red or infected eye?",
        "Wait until it has healed; the table asks again tomorrow. An inflamed eye bears no rise of its pressure.",
        "older Teeter list [F]",
    ),
    (
        "alcohol_or_medicine", "Alcohol, sedative or new medicine?",
        "Wait until tomorrow. Whoever must bring the table back has to be alert and steady.",
        "Teeter guide, for ability to operate and side effects of drugs [F]",
    ),
    (
        "recent_meal", "A meal in the last two hours?",
        (
            "Wait until tomorrow, and come back before a meal or two hours after it. A full stomach runs back up the "
            "gullet head-down."
        ),
        "a maker's manual [F]; two hours and a day [D]",
    ),
    (
        "severe_headache", "Severe headache or migraine?",
        (
            "Wait until it is over; the table asks again tomorrow. If it keeps coming back, ask a physician. Pressure "
            "in the head rises head-down."
        ),
        "Teeter guide [F]; a clinic's list [F]",
    ),
)  # fmt: skip

# What screening says, by code. %s: condition key or name, clinician, date, number.
WORDS = {
    "NO_PROFILE": "Push a profile from the laptop: none is stored.",
    "PROFILE_CORRUPT": "Push the profile again from the laptop: the stored one cannot be read.",
    "PROFILE_NEWER": "Update the table's firmware: a newer one stored this profile, and this one cannot read it.",
    "CLOCK_NEWER": "Update the table's firmware: a newer one logged the newest time, and this one cannot read it.",
    "RESTARTS_NEWER": "Update the table's firmware: a newer one counted its restarts, and this one cannot read it.",
    "SELFTEST": "Switch the table off and have it looked at: these parts of the board failed at start-up: %s.",
    "FLASH": (
        "Hold OK while switching on and let go of it within 5 s, if nothing else helps: storage that cannot be read is "
        "then made anew. All that was stored is gone, and profiles have to be pushed again."
    ),
    "RECOVERY": "Switch the table off and on: it restarted by itself several times. Have it looked at if that recurs.",
    "MALFORMED": "Push the profile again: its field %s is missing or wrong.",
    "UNKNOWN_SCHEMA": "Update the table's firmware: the profile is newer than it understands.",
    "UNKNOWN_CONDITION": "Update the table's firmware: it does not know the condition '%s', so it cannot judge it.",
    "CONDITION_ABSOLUTE": "%s: %s",
    "NOT_CLEARED": "%s: %s",
    "NOT_TODAY": "%s: %s",
    "WARNING": "%s: %s",
    "NO_CLOCK": "Connect the laptop: the table has no date, so age, clearances and dose cannot be checked.",
    "OPERATION_DATE": "%s: write its day, no later than today, under [since], as %s = 2026-09-01.",
    "CLEARANCE_ROLE": "The clearance of '%s' by %s does not count: it takes %s.",
    "CLEARANCE_NOT_YET": "The clearance of '%s' by %s is valid only from %s on.",
    "CLEARANCE_OLD": "Have the clearance of '%s' by %s renewed: it is more than %d days old.",
    "CLEARANCE_EXPIRED": "Have the clearance of '%s' by %s renewed: it was valid until %s.",
    "CLEARANCE_BEFORE_CHANGE": (
        "Have the clearance of '%s' by %s renewed, dated %s or later: what is declared has changed since."
    ),
    "CLEARANCE_EARLY": "Have the clearance of '%s' by %s renewed: it was given less than %d days after %s.",
}
ROLE_WORDS = {PHYSICIAN: "a physician", SURGEON: "an orthopaedic surgeon"}

# By key, because a walk along the table would take some 5 ms for each condition on the RP2040.
_BY_KEY = {row[KEY]: row for row in CONDITIONS}


def find(key):
    """The row of condition `key`, or None when this table does not know it."""
    return _BY_KEY.get(key)


def reason(code, *words, key=""):
    """(code, the sentence of that code with `words` in it, key of the condition it speaks of: "" for none)."""
    return code, WORDS[code] % words, key
