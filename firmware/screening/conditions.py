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

# Who may clear, as it stands in the rows. An orthopaedic surgeon clears bones, joints and the spine, and nothing else.
ANY_ROLE = ""
PHYSICIAN = "physician"
SURGEON = "orthopaedic_surgeon"
EITHER = "either"
# Who a clearance may be from.
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
# A profile may have each step take more days than the rule of seven (dose.STEP_DAYS), and none fewer.
PACE_DAYS = (7, 90)
HEIGHT_CM = (100, 250)
WEIGHT_KG = (20, 300)

# Places in a row of CONDITIONS. cap_cdeg: NO_CAP or the most that is allowed. wait_days: how long after the operation
# or event (the profile's `since`) a clearance may be given at the earliest; 0: no date is asked for. number: the row of
# the project's list of 44 contraindications; 0 for what only the founding article names, 45 for what has no name.
KEY, NAME, CATEGORY, ROLE, CAP_CDEG, WAIT_DAYS, REASON, SOURCE, NUMBER = range(9)

# Waits, all [D]: 84 days is the long end of the 6 to 12 weeks for which surgeons were found to ask for care after a hip
# operation, 42 the short end, for a sprain, a strain or a birth; 90 a usual first course against a clot; 14 for a
# swelling to show its cause; 180 the six months for which trials leave people out after an operation, where bone has to
# grow across or where pressure rises in the very place.
# What a list calls recent is one key with a wait instead of an acute and a healed one: of two keys a person would
# choose the milder. For the same reason every operation waits by whatever key it is declared, and metal in any bone is
# judged as metal in a hip.
# 2000 centidegrees bound the worn, the loose, the operated hip and whatever may be one, and what gives way or runs back
# when it is pulled at; 3000 what is less near.
#
# Marks in a source: [F] read there, [R] from general knowledge, [D] this project's own judgment.
CONDITIONS = (
    # The hip.
    (
        "total_hip_replacement", "Total hip replacement", "absolute", "", 0, 0,
        "An artificial hip can come out of its socket when the body hangs from the ankles.",
        "founding article [F]", 1,
    ),
    (
        "partial_hip_replacement", "Partial hip replacement", "absolute", "", 0, 0,
        "A partly replaced hip can come out of its socket under traction, just as a fully replaced one can.",
        "the article's total hip replacement [F], read for any artificial hip [D]", 1,
    ),
    (
        "hip_resurfacing", "Hip resurfacing", "absolute", "", 0, 0,
        "A resurfaced hip is an artificial hip and can come out of its socket under traction.",
        "the article's total hip replacement [F], read for any artificial hip [D]", 1,
    ),
    (
        "severe_hip_osteoarthritis", "Severe osteoarthritis of the hip", "absolute", "", 0, 0,
        "Inversion does not take the load off a severely worn hip, and may add a sideways load.",
        "founding article [F]", 2,
    ),
    (
        "moderate_hip_osteoarthritis", "Moderate osteoarthritis of the hip", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the sideways load of "
            "inversion may harm a worn hip."
        ),
        "founding article [F]; the grade and the angle [D]", 2,
    ),
    (
        "mild_hip_osteoarthritis", "Mild osteoarthritis of the hip", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the sideways load of "
            "inversion may harm a worn hip."
        ),
        "founding article [F]; the grade and the angle [D]", 2,
    ),
    (
        "acute_hip_instability", "Acute hip instability", "until cleared", "orthopaedic_surgeon", 2000, 0,
        (
            "An orthopaedic surgeon must clear it first. Even then, only small angles are allowed, because an "
            "unstable hip should not be put under much traction."
        ),
        "founding article [F]; the angle, that of a worn hip [D]", 3,
    ),
    (
        "hip_dislocation", "Hip dislocation", "until cleared", "orthopaedic_surgeon", 2000, 84,
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the dislocation. Even then, "
            "only small angles are allowed, because a hip that has come out of its socket may do so again under "
            "traction."
        ),
        "founding article [F]; Teeter guide, for dislocations [F]; wait and angle [D]", 3,
    ),
    (
        "early_post_op_hip", "Early recovery after hip surgery", "until cleared", "orthopaedic_surgeon", 2000, 84,
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because traction can disturb healing or damage an implant."
        ),
        "founding article [F]; wait and angle [D]", 4,
    ),
    (
        "hip_fixation", "Plate, nail, screws or pins in the hip", "until cleared", "orthopaedic_surgeon", 2000, 84,
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because traction can disturb healing or damage the implant."
        ),
        "founding article, for damage to an implant [F]; Teeter guide, for implants [F]; wait and angle [D]", 4,
    ),
    (
        "hip_flexor_strain", "Acute strain of the hip flexors", "until cleared", "either", 1500, 42,
        (
            "A physician must clear it, at the earliest six weeks after the strain. Even then, only small angles are "
            "allowed, because hanging puts too much stress on strained hip flexors."
        ),
        "founding article [F]; the wait, that of any strain, and the angle [D]", 5,
    ),
    (
        "hip_labral_tear", "Torn hip labrum", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because a torn labrum no "
            "longer seals the hip against traction."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    (
        "femoroacetabular_impingement", "Femoroacetabular impingement", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the bones of this "
            "joint already press on each other in some positions."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    (
        "hip_dysplasia", "Hip dysplasia", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because a shallow socket holds "
            "the hip less firmly under traction."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    (
        "severe_hip_avascular_necrosis", "Avascular necrosis, hip has collapsed", "absolute", "", 0, 0,
        "The bone that carries the joint has given way, and inversion does not take the load off it.",
        "general knowledge [R]; category as for a severely worn hip [D]", 2,
    ),
    (
        "hip_avascular_necrosis", "Avascular necrosis of the hip", "until cleared", "orthopaedic_surgeon", 2000, 0,
        (
            "An orthopaedic surgeon must clear it first. Even then, only small angles are allowed, because bone that "
            "has lost its blood supply may give way under a sideways load. If the joint has collapsed, declare that."
        ),
        "general knowledge [R]; category and angle [D]", 2,
    ),
    (
        "hip_pain_unknown_cause", "Hip pain of unknown cause", "until cleared", "either", 2000, 0,
        (
            "A physician must find the cause first. Even then, only small angles are allowed: any benefit to the hip "
            "is indirect, and what helps one cause of hip pain harms another."
        ),
        "founding article [F]; the angle, that of a worn hip [D]", 0,
    ),
    (
        "joint_hypermobility", "Joint hypermobility", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because loose joints give way "
            "sooner under traction."
        ),
        "studies of hip traction [F]; category and angle [D]", 6,
    ),
    # Legs, bones and joints: the whole load hangs on them.
    (
        "knee_replacement", "Knee replacement", "until cleared", "either", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because the weight of the "
            "body hangs from the knees."
        ),
        "a clinic's list [F]; category and wait [D]", 7,
    ),
    (
        "knee_ligament_injury", "Injured knee ligament", "until cleared", "either", 0, 42,
        (
            "A physician must clear it, at the earliest six weeks after the injury, because the weight of the body "
            "hangs from the knees and pulls on their ligaments."
        ),
        "a clinic's list [F]; category, and the wait, that of a sprain [D]", 7,
    ),
    (
        "ankle_ligament_injury", "Injured ankle ligament", "until cleared", "either", 0, 42,
        (
            "A physician must clear it, at the earliest six weeks after the injury, because the locks hold the "
            "ankles, and the ankles carry the whole load."
        ),
        "a clinic's list [F]; category, and the wait, that of a sprain [D]", 7,
    ),
    (
        "recent_ankle_sprain", "Recent ankle sprain", "until cleared", "either", 0, 42,
        (
            "A physician must clear it, at the earliest six weeks after the sprain. A sprained ankle cannot carry the "
            "whole body yet."
        ),
        "a clinic's list [F]; wait [D]", 7,
    ),
    (
        "ankle_replacement", "Ankle replacement", "absolute", "", 0, 0,
        "The locks hold the ankles, and the whole load hangs on an artificial joint that is not made for traction.",
        "general knowledge [R]; category [D]", 7,
    ),
    (
        "acute_sprain_or_strain", "Recent sprain or strain, not of ankle", "until cleared", "either", 0, 42,
        (
            "A physician must clear it, at the earliest six weeks after the injury. Torn fibres should not be put "
            "under traction."
        ),
        "a traction guide [F]; wait [D]", 7,
    ),
    (
        "medullary_pin", "Medullary pin (a nail inside a bone)", "until cleared", "orthopaedic_surgeon", 2000, 84,
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because the pin may be in a hip, and traction pulls on the bone that it holds "
            "together."
        ),
        "Teeter guide [F]; retail lists [F]; founding article, for damage to an implant [F]; wait and angle [D]", 8,
    ),
    (
        "orthopaedic_surgery", "Surgery on a bone or joint", "until cleared", "either", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the operation. What is healing should not "
            "be put under traction. For a hip or the spine, declare what stands there."
        ),
        "trial exclusions, for surgery within six months [F]; category and wait [D]", 27,
    ),
    (
        "orthopaedic_implant", "Screws, plate or rod in a bone", "until cleared", "orthopaedic_surgeon", 2000, 84,
        (
            "An orthopaedic surgeon must clear it, at the earliest twelve weeks after the operation. Even then, only "
            "small angles are allowed, because the implant may be in a hip, and traction may load it in a way it was "
            "not made for."
        ),
        "Teeter guide [F]; retail lists [F]; founding article, for damage to an implant [F]; wait and angle [D]", 8,
    ),
    (
        "recent_fracture", "Recent fracture, other than of a hip", "until cleared", "either", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the fracture. A healing bone should not be "
            "put under traction. After a broken hip, declare 'Early recovery after hip surgery' instead."
        ),
        "Teeter guide [F]; wait [D]", 9,
    ),
    (
        "joint_dislocation", "Dislocated joint, other than the hip", "until cleared", "either", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the dislocation. A joint that has "
            "dislocated may do so again under traction."
        ),
        "Teeter guide [F]; wait [D]", 9,
    ),
    (
        "swollen_joint", "Acutely swollen joint", "until cleared", "either", 0, 14,
        (
            "A physician must clear it, at the earliest two weeks after the swelling began. The joint is inflamed or "
            "injured, and traction may harm it further."
        ),
        "Teeter guide [F]; wait [D]", 9,
    ),
    (
        "osteoporosis", "Osteoporosis", "absolute", "", 0, 0,
        "Weakened bone may break under traction or in the ankle locks.",
        "older Teeter list [F]; physiotherapy teaching on traction [F]", 10,
    ),
    (
        "osteopenia", "Osteopenia", "until cleared", "either", 3000, 0,
        (
            "A physician must clear it first. Even then, only moderate angles are allowed, because weaker bone bears "
            "less load."
        ),
        "older Teeter list [F]; category and angle [D]", 10,
    ),
    (
        "rheumatoid_arthritis", "Rheumatoid arthritis", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because it can loosen joints, including those of the neck.",
        "physiotherapy teaching on traction [F]", 31,
    ),
    (
        "ankylosing_spondylitis", "Ankylosing spondylitis", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because a stiffened spine breaks more easily, and one vertebra may "
            "slide on the next."
        ),
        "general knowledge [R]; category [D]", 31,
    ),
    (
        "connective_tissue_disease", "Connective tissue disease", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because joints and the walls "
            "of blood vessels give way sooner."
        ),
        "a traction guide [F]; angle, that of loose joints [D]", 6,
    ),
    (
        "acute_joint_inflammation", "Acute inflammation of a joint", "until cleared", "either", 0, 0,
        "A physician must clear it first. An inflamed joint should not be put under traction.",
        "physiotherapy teaching on traction [F]", 31,
    ),
    # The eyes.
    (
        "glaucoma", "Glaucoma", "absolute", "", 0, 0,
        (
            "Pressure in the eye rises when the head is down, and about doubles in full inversion. With glaucoma that "
            "can cost sight."
        ),
        "study of eye pressure in inversion [F]; Teeter list [F]", 11,
    ),
    (
        "ocular_hypertension", "Ocular hypertension", "absolute", "", 0, 0,
        (
            "Pressure in the eye is already too high. It rises further when the head is down: in full inversion it "
            "about doubles."
        ),
        "study of eye pressure in inversion [F]; category [D]", 11,
    ),
    (
        "retinal_detachment", "Retinal detachment, at any time", "absolute", "", 0, 0,
        (
            "Pressure in the eye and its veins rises when the head is down, and may tear a retina that has come loose "
            "before."
        ),
        "retail lists [F]", 12,
    ),
    (
        "recent_eye_surgery", "Eye surgery", "until cleared", "physician", 0, 180,
        (
            "A physician must clear it, at the earliest half a year after the operation, because pressure in the eye "
            "rises when the head is down, and may open the wound. After surgery for glaucoma or on the retina, "
            "declare that disease."
        ),
        "retail lists, for recent surgery [F]; trial exclusions, for six months [F]; that it ends [D]", 12,
    ),
    (
        "macular_degeneration", "Macular degeneration", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because pressure in the eye rises when the head is down, and this retina "
            "has no reserve."
        ),
        "a weak source on eye pressure [F]; category [D]", 13,
    ),
    (
        "optic_neuropathy", "Optic neuropathy", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because pressure in the eye rises when the head is down, and may harm a "
            "weakened optic nerve."
        ),
        "a weak source on eye pressure [F]; category [D]", 13,
    ),
    (
        "high_myopia", "High myopia", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because a very short-sighted eye is stretched, and pressure in it rises "
            "when the head is down."
        ),
        "a weak source on eye pressure [F]; category [D]", 13,
    ),
    (
        "diabetic_retinopathy", "Diabetic retinopathy", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because fragile blood vessels in the retina may bleed when pressure in "
            "the eye rises."
        ),
        "general knowledge [R]; category [D]", 44,
    ),
    # Heart, vessels and breath.
    (
        "uncontrolled_hypertension", "High blood pressure, 140/90 or more", "absolute", "", 0, 0,
        (
            "Have it treated first, then declare 'High blood pressure, treated' instead. In a study, inversion raised "
            "blood pressure by about 17 mmHg."
        ),
        "studies of blood pressure in inversion [F]; retail list [F]", 15,
    ),
    (
        "controlled_hypertension", "High blood pressure, treated", "until cleared", "physician", 3000, 0,
        (
            "A physician must clear it first. Even then, only moderate angles are allowed, because inversion raised "
            "blood pressure by about 17 mmHg in a study."
        ),
        "studies of blood pressure in inversion [F]; a seller's advice [F]; angle [D]", 16,
    ),
    (
        "heart_failure", "Heart failure", "absolute", "", 0, 0,
        "During inversion, the heart works against more resistance and pumps less.",
        "study of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "coronary_artery_disease", "Coronary artery disease", "absolute", "", 0, 0,
        "During inversion, the heart needs more oxygen than narrowed arteries may be able to bring.",
        "studies of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "angina", "Angina: chest pain from the heart", "absolute", "", 0, 0,
        "During inversion, the heart needs more oxygen than narrowed arteries may be able to bring.",
        "studies of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "heart_attack", "Heart attack, at any time", "absolute", "", 0, 0,
        (
            "The arteries of the heart are diseased. During inversion, the heart needs more oxygen than they may be "
            "able to bring."
        ),
        "studies of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "coronary_stent", "Stent or bypass of the heart", "absolute", "", 0, 0,
        (
            "The arteries of the heart are diseased. During inversion, the heart needs more oxygen than they may be "
            "able to bring."
        ),
        "studies of the heart in inversion [F]; category [D]", 17,
    ),
    (
        "other_heart_disease", "Other heart disease, as of a valve", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the heart works "
            "against more resistance and pumps less."
        ),
        "studies of the heart in inversion [F]; older Teeter list [F]; angle [D]", 17,
    ),
    (
        "low_blood_pressure", "Low blood pressure", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because blood pressure changes on the way down, and falls again on the "
            "way up."
        ),
        "general knowledge [R]; category [D]", 34,
    ),
    (
        "orthostatic_intolerance", "Dizziness on standing up (POTS)", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because coming up from inversion may bring it on. If you faint as well, "
            "declare 'Fainting spells'."
        ),
        "general knowledge [R]; category [D]", 34,
    ),
    (
        "arrhythmia", "Irregular heartbeat", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because inversion changes the "
            "rate of the heart and the load on it at the same time."
        ),
        "studies of the heart in inversion [F]; category and angle [D]", 17,
    ),
    (
        "pacemaker", "Pacemaker or implanted defibrillator", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because inversion changes the "
            "load on the heart, and this heart depends on a device."
        ),
        "studies of the heart in inversion [F]; category and angle [D]", 17,
    ),
    (
        "carotid_stenosis", "Narrowed carotid artery", "absolute", "", 0, 0,
        "Pressure in the arteries of the neck and head rises when the head is down.",
        "makers' list of 1983 [F]; category [D]", 18,
    ),
    (
        "aneurysm", "Aneurysm", "absolute", "", 0, 0,
        "The weak wall of the artery may burst when the pressure rises.",
        "general knowledge [R]; category [D]", 18,
    ),
    (
        "anticoagulants", "Anticoagulants", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because even a small bleed in "
            "the eye or skin lasts longer and may be harder to stop."
        ),
        "Teeter guide [F]; petechiae seen in a trial [F]; angle [D]", 20,
    ),
    (
        "high_dose_aspirin", "Aspirin in high doses", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because it thins the blood: "
            "even a small bleed lasts longer and may be harder to stop."
        ),
        "Teeter guide [F]; petechiae seen in a trial [F]; angle [D]", 20,
    ),
    (
        "recent_deep_vein_thrombosis", "Recent blood clot in a vein or the lung", "until cleared", "physician", 0, 90,
        (
            "A physician must clear it, at the earliest three months after it was found, because a clot may come loose "
            "and travel. Physicians also look for clots in the weeks after hip surgery."
        ),
        "a weak source [F]; wait [D]", 21,
    ),
    (
        "circulatory_disorder", "Circulatory disorder", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because inversion shifts blood from the legs to the head and changes "
            "the pressure everywhere."
        ),
        "Teeter list [F]; a maker of traction devices, for blood vessels [F]; category [D]", 17,
    ),
    (
        "respiratory_insufficiency", "Respiratory insufficiency", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because the bowels press on the lungs when the head is down.",
        "physiotherapy teaching on traction [F]; category [D]", 35,
    ),
    (
        "copd", "Chronic obstructive lung disease (COPD)", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because the bowels press on the lungs when the head is down, and these "
            "lungs have little reserve."
        ),
        "physiotherapy teaching on traction [F]; category [D]", 35,
    ),
    # Brain, balance and awareness.
    (
        "stroke", "Stroke, at any time", "absolute", "", 0, 0,
        "Pressure in the blood vessels of the head rises when the head is down.",
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "transient_ischaemic_attack", "Transient ischaemic attack, at any time", "absolute", "", 0, 0,
        "It is a warning of a stroke, and pressure in the blood vessels of the head rises when the head is down.",
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "stroke_risk", "Raised risk of a stroke", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because pressure in the blood vessels of the head rises when the head "
            "is down."
        ),
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "intracranial_bleed", "Bleeding inside the skull, at any time", "absolute", "", 0, 0,
        "Pressure in the skull rises when the head is down, and may start the bleeding again.",
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "raised_intracranial_pressure", "Raised pressure in the skull", "absolute", "", 0, 0,
        "Pressure in the skull rises further when the head is down.",
        "Teeter guide [F]; category [D]", 19,
    ),
    (
        "ventricular_shunt", "Shunt from the brain", "absolute", "", 0, 0,
        "A shunt drains by a difference in height, which inversion turns around, and pressure in the skull rises.",
        "general knowledge [R]; category [D]", 19,
    ),
    (
        "csf_leak", "Leak of spinal fluid", "absolute", "", 0, 0,
        "Pressure on the leak changes with the position of the head, and inversion may widen it.",
        "general knowledge [R]; category [D]", 19,
    ),
    (
        "chiari_malformation", "Chiari malformation", "absolute", "", 0, 0,
        "Inversion presses the brain and its fluid against an opening that is too narrow already.",
        "general knowledge [R]; category [D]", 19,
    ),
    (
        "brain_trauma", "Concussion or mild brain injury", "until cleared", "physician", 3000, 180,
        (
            "A physician must clear it, at the earliest half a year after the injury. Even then, only moderate angles "
            "are allowed, because pressure in the skull rises when the head is down. If it was severe, declare 'Severe "
            "brain injury' instead."
        ),
        "Teeter guide [F]; that it ends, wait and angle [D]", 19,
    ),
    (
        "severe_brain_injury", "Severe brain injury, at any time", "absolute", "", 0, 0,
        (
            "Pressure in the skull rises when the head is down. Severe is an injury that needed an operation, kept "
            "the person unconscious for more than half an hour, or left lasting damage."
        ),
        "Teeter guide, for brain trauma [F]; the grade [D]", 19,
    ),
    (
        "seizure_disorder", "Seizure disorder", "absolute", "", 0, 0,
        "A person who has a seizure head-down cannot bring the table back.",
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "syncope", "Fainting spells", "absolute", "", 0, 0,
        "A person who faints head-down cannot bring the table back.",
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "narcolepsy", "Narcolepsy", "absolute", "", 0, 0,
        "A person who falls asleep head-down cannot bring the table back.",
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "sleep_disorder", "Sleep disorder, as sleep apnoea", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because a person who is not awake cannot bring the table back.",
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "lasting_fatigue", "Lasting fatigue, cause unknown", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because the person who must bring the table back has to be alert.",
        "Teeter guide [F]; category [D]", 22,
    ),
    (
        "dementia", "Dementia or confusion", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because the person must understand the warnings and bring the table "
            "back. Even then, somebody must be there."
        ),
        "Teeter guide, for cognition and disorientation [F]; category [D]", 22,
    ),
    (
        "severe_headaches", "Severe headaches that keep coming back", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because pressure in the head rises when the head is down. The cause of "
            "the headaches may make that dangerous."
        ),
        "Teeter guide [F]; a clinic's list [F]", 23,
    ),
    (
        "migraine", "Migraine", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because pressure in the head rises when the head is down, and may bring "
            "on an attack."
        ),
        "Teeter guide [F]; a clinic's list [F]", 23,
    ),
    (
        "vertigo", "Vertigo", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because tilting the head may start a spell while the person is strapped in.",
        "Teeter guide [F]", 34,
    ),
    (
        "dizziness", "Dizziness or light-headedness", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because its cause may make inversion dangerous, and nobody can sit down "
            "while head-down."
        ),
        "Teeter guide [F]; category [D]", 34,
    ),
    (
        "benign_positional_vertigo", "Benign positional vertigo (BPPV)", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because tilting the head is what starts its spells.",
        "Teeter guide names dizziness [F]; a weak source [F]", 34,
    ),
    (
        "menieres_disease", "Meniere's disease", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because its spells of dizziness come without warning, and nobody can sit "
            "down while head-down."
        ),
        "Teeter guide names dizziness [F]; category [D]", 34,
    ),
    # Abdomen, pregnancy and surgery.
    (
        "pregnancy", "Pregnancy", "absolute", "", 0, 0,
        "Studies of inversion and makers of inversion tables exclude pregnancy.",
        "trial exclusions [F]; retail lists [F]", 24,
    ),
    (
        "recent_childbirth", "Childbirth in the last months", "until cleared", "physician", 0, 42,
        (
            "A physician must clear it, at the earliest six weeks after the birth. Ligaments are still loose, and "
            "clots and bleeding are more likely."
        ),
        "general knowledge [R]; wait [D]", 24,
    ),
    (
        "hiatal_hernia", "Hiatal hernia without symptoms", "until cleared", "physician", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the stomach presses "
            "through the gap in the diaphragm when the head is down."
        ),
        "older Teeter list [F]; makers' list of 1983 [F]; angle, that of reflux [D]", 25,
    ),
    (
        "symptomatic_hiatal_hernia", "Hiatal hernia with symptoms", "absolute", "", 0, 0,
        "It already causes symptoms, and the stomach presses through the gap in the diaphragm when the head is down.",
        "older Teeter list [F]; category [D]", 25,
    ),
    (
        "ventral_hernia", "Ventral hernia", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because the weight of the bowels shifts against the gap in the abdominal "
            "wall."
        ),
        "older Teeter list [F]; makers' list of 1983 [F]", 25,
    ),
    (
        "inguinal_hernia", "Inguinal hernia", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because straining and shifting bowels press on the gap in the groin.",
        "older Teeter list, for hernias [F]; category [D]", 25,
    ),
    (
        "reflux_disease", "Acid reflux (GERD)", "capped", "", 2000, 0,
        (
            "Only small angles are allowed, because acid runs up the gullet when the head is down. After a meal, wait "
            "two hours."
        ),
        "a clinic's article [F]; a maker's manual [F]; angle [D]", 26,
    ),
    (
        "abdominal_surgery", "Abdominal surgery", "until cleared", "physician", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because shifting bowels "
            "load the scars and the abdominal wall when the head is down."
        ),
        "trial exclusions [F]; wait [D]", 27,
    ),
    (
        "recent_surgery", "Recent surgery, other than on a hip", "until cleared", "physician", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because the body is still "
            "healing. After a hip operation, declare 'Early recovery after hip surgery' instead."
        ),
        "trial exclusions [F]; wait [D]", 27,
    ),
    (
        "extreme_obesity", "Extreme obesity", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because disease of the heart, blood vessels and eyes often goes with it "
            "unnoticed. The weight limit of the table still applies."
        ),
        "retail list [F]", 36,
    ),
    (
        "cancer_in_treatment", "Cancer that is there now", "absolute", "", 0, 0,
        "A tumour or its treatment may have weakened bone and blood vessels where nobody knows it yet.",
        "a maker of traction devices [F]; category [D]", 30,
    ),
    (
        "cancer_in_the_past", "Cancer in the past", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because cancer that has come back in bone weakens it without a sign.",
        "a maker of traction devices [F]; category [D]", 30,
    ),
    # The spine and its nerves.
    (
        "spinal_fracture", "Fracture of the spine, at any time", "until cleared", "either", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the fracture. Traction pulls on a spine "
            "that has been broken."
        ),
        "Teeter guide, for fractures [F]; category and wait [D]", 28,
    ),
    (
        "spinal_instability", "Instability of the spine", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because vertebrae that slide "
            "may pinch the spinal cord or its nerves under traction."
        ),
        "trial exclusions [F]; category, and the angle, that of loose joints [D]", 28,
    ),
    (
        "spondylolisthesis", "Spondylolisthesis", "until cleared", "either", 0, 0,
        "A physician must clear it first, because a vertebra that has slipped may slip further under traction.",
        "trial exclusions [F]; category [D]", 28,
    ),
    (
        "significant_scoliosis", "Significant scoliosis", "until cleared", "either", 0, 0,
        "A physician must clear it first, because traction loads a curved spine unevenly.",
        "Teeter guide [F]; category [D]", 28,
    ),
    (
        "cauda_equina_signs", "Signs of cauda equina syndrome", "absolute", "", 0, 0,
        (
            "Seek care now, and do not invert. Back pain with numbness in the saddle area (groin and seat), or with "
            "weakness of both legs, is an emergency."
        ),
        "trial exclusions [F]; red flag, general knowledge [R]", 29,
    ),
    (
        "bladder_or_bowel_change", "Bladder or bowel change with back pain", "absolute", "", 0, 0,
        (
            "Seek care now, and do not invert. The nerves at the end of the spinal cord may be crushed, which is an "
            "emergency."
        ),
        "trial exclusions [F]; red flag, general knowledge [R]", 29,
    ),
    (
        "worsening_nerve_deficit", "Numbness or weakness that gets worse", "absolute", "", 0, 0,
        "Seek care now, and do not invert. A nerve that keeps losing function is in danger.",
        "trial exclusions [F]; red flag, general knowledge [R]", 29,
    ),
    (
        "spinal_infection", "Infection of the spine", "absolute", "", 0, 0,
        "Seek care now, and do not invert. Traction may spread the infection and break weakened bone.",
        "physiotherapy teaching on traction [F]; red flag, general knowledge [R]", 30,
    ),
    (
        "spinal_tumour", "Tumour of the spine", "absolute", "", 0, 0,
        "Bone that a tumour has weakened may break under traction.",
        "physiotherapy teaching on traction [F]; trial exclusions [F]", 30,
    ),
    (
        "spinal_cord_compression", "Compression of the spinal cord", "absolute", "", 0, 0,
        "Any movement of the vertebrae may harm a spinal cord that is under pressure.",
        "physiotherapy teaching on traction [F]", 30,
    ),
    (
        "cervical_stenosis", "Narrowed spinal canal in the neck", "until cleared", "either", 2000, 0,
        (
            "A physician must clear it first. Even then, only small angles are allowed, because the spinal cord has "
            "little room where the neck moves."
        ),
        "a traction guide [F]; case report, for narrow necks [F]; angle [D]", 28,
    ),
    (
        "spinal_stenosis", "Narrowed spinal canal in the back", "until cleared", "either", 3000, 0,
        (
            "A physician must clear it first. Even then, only moderate angles are allowed, because nerves have little "
            "room in a narrow canal."
        ),
        "trial, which took such patients [F]; category and angle [D]", 28,
    ),
    (
        "herniated_disc", "Herniated, bulging or slipped disc", "until cleared", "either", 3000, 0,
        (
            "A physician must clear it first. Even then, only moderate angles are allowed. A large hernia may press "
            "harder on a nerve under traction."
        ),
        "a traction guide, for large ones [F]; trial, which took such patients [F]; category and angle [D]", 32,
    ),
    (
        "pars_defect", "Pars defect (spondylolysis)", "until cleared", "either", 0, 0,
        (
            "A physician must clear it first, because a vertebra that is not joined to its arch may slip under "
            "traction."
        ),
        "trial exclusions [F]; a traction guide [F]; category [D]", 28,
    ),
    (
        "spina_bifida", "Spina bifida", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because the spinal cord may be held fast, and traction pulls on it.",
        "a traction guide [F]; category [D]", 28,
    ),
    (
        "whiplash", "Whiplash", "until cleared", "either", 0, 42,
        (
            "A physician must clear it, at the earliest six weeks after the accident. A strained neck should not be "
            "put under traction."
        ),
        "general knowledge [R]; category and wait [D]", 28,
    ),
    (
        "worse_with_traction", "Symptoms that traction makes worse", "until cleared", "either", 2000, 0,
        (
            "A physician must find out why and clear it. Even then, only small angles are allowed, because they pull "
            "least at what traction makes worse."
        ),
        "physiotherapy teaching on traction [F]; category and angle [D]", 30,
    ),
    (
        "unexplained_tingling", "Unexplained tingling or numbness", "until cleared", "physician", 0, 0,
        "A physician must clear it first, because a nerve may be in danger. If it gets worse, seek care now.",
        "Teeter guide [F]; category [D]", 44,
    ),
    (
        "spinal_fusion", "Spinal fusion", "until cleared", "either", 0, 180,
        (
            "A physician must clear it, at the earliest half a year after the operation: bone has to grow across, and "
            "traction pulls on the screws, the rods and the neighbouring segments."
        ),
        "Teeter guide, for implanted supports [F]; trial exclusions, for six months [F]; category [D]", 32,
    ),
    (
        "disc_surgery", "Disc surgery or other back surgery", "until cleared", "either", 0, 84,
        (
            "A physician must clear it, at the earliest twelve weeks after the operation, because a disc that has "
            "been operated on may give way under traction."
        ),
        "Teeter guide, for implanted supports [F]; trial exclusions, for six months [F]; wait [D]", 32,
    ),
    (
        "diabetic_neuropathy", "Diabetic neuropathy", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because feet with little feeling may not notice that an ankle lock "
            "presses or slips."
        ),
        "general knowledge [R]; category [D]", 44,
    ),
    # Whatever else there is.
    (
        "other_condition", "Another condition, not in this list", "until cleared", "physician", 0, 0,
        (
            "A physician must clear it first, because what is not in this list has not been thought through for "
            "inversion."
        ),
        "older Teeter list, which asks for a physician's approval [F]; category [D]", 45,
    ),
    # Warnings: allowed, and acknowledged at the table.
    (
        "alone_at_home", "Alone in the house", "warn", "", 0, 0,
        (
            "Have somebody within call. Sessions are kept short when you are alone, because people have been stuck "
            "upside down with nobody to help, and one died."
        ),
        "news reports [F]; retail lists [F]; time [D]", 42,
    ),
    (
        "claustrophobia", "Claustrophobia", "warn", "", 2000, 0,
        (
            "Only small angles are allowed. Have somebody beside you: being strapped in can cause panic, and nobody "
            "gets out at once while head-down."
        ),
        "physiotherapy teaching on traction [F]; the angle [D]", 43,
    ),
    (
        "anxiety", "Anxiety", "warn", "", 2000, 0,
        "Only small angles are allowed. Have somebody beside you: being strapped in head-down can cause panic.",
        "physiotherapy teaching on traction [F]; the angle [D]", 43,
    ),
    # Asked at the table each day; declared, they lock until they are taken out of the profile.
    (
        "conjunctivitis", "Conjunctivitis", "today", "", 0, 0,
        "Take it out of the profile when it has healed. An inflamed eye should not be put under more pressure.",
        "older Teeter list [F]", 14,
    ),
    (
        "middle_ear_infection", "Middle-ear infection", "today", "", 0, 0,
        "Take it out of the profile when it has healed. It disturbs the balance and hurts when the head is down.",
        "retail list [F]", 33,
    ),
    (
        "sinusitis", "Sinusitis", "today", "", 0, 0,
        (
            "Take it out of the profile when it has healed. Blocked sinuses hurt when the head is down, and may cause "
            "dizziness."
        ),
        "retail list, for ear infections [F]; category [D]", 33,
    ),
    (
        "alcohol_today", "Alcohol today", "today", "", 0, 0,
        "Take it out of the profile when the day is over. Alcohol slows the person who must bring the table back.",
        "Teeter guide, for ability to operate [F]; category [D]", 41,
    ),
    (
        "sedatives_today", "Sedatives today", "today", "", 0, 0,
        "Take it out of the profile when they have worn off. Sedatives slow the person who must bring the table back.",
        "Teeter guide, for side effects of drugs [F]; category [D]", 41,
    ),
    (
        "new_medicine_today", "A new medicine today", "today", "", 0, 0,
        "Take it out of the profile when you know how it affects balance and blood pressure.",
        "Teeter guide, for side effects of drugs [F]; category [D]", 41,
    ),
    (
        "meal_in_last_two_hours", "A meal in the last two hours", "today", "", 0, 0,
        (
            "Take it out of the profile when two hours have passed. What is in a full stomach runs back up the gullet "
            "when the head is down."
        ),
        "a maker's manual [F]; two hours [D]", 26,
    ),
    (
        "headache_today", "Severe headache or migraine today", "today", "", 0, 0,
        (
            "Take it out of the profile when it is over. If it keeps coming back, ask a physician, because pressure in "
            "the head rises when the head is down."
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
        "muscle_tension", "Muscle tension in back and buttock", "note", "", 0, 0,
        "Inversion may stretch and relax these muscles for a while; any benefit to the hip is indirect.",
        "founding article [F]", 0,
    ),
)  # fmt: skip

# The longest time head-down, in seconds, of who declares a warning: the length of a first session [D].
WARN_SESSION_S = {"alone_at_home": 60}

# Places in a row of GATES: it applies to whoever's measure is outside least to most, both included. `age` is today's
# year less the year of birth. The day of birth is not known, so the person is that old or a year younger, and each gate
# takes the side that protects: 18 is certain from 19 on, 60 is possible from 60 on. `age_alone` is the age of who
# declares alone_at_home, and none for others; `dementia_alone` is 1 for who declares that and dementia. `mass_index` is
# whole kilograms by square metre, and none for who declares extreme_obesity: a clearance is asked for there.
CODE, GATE_NAME, GATE_CATEGORY, MEASURE, LEAST, MOST, GATE_CAP_CDEG, GATE_REASON, GATE_SOURCE, GATE_NUMBER = range(10)

GATES = (
    (
        "OVER_WEIGHT", "Over 136 kg", "gate", "weight_kg", 0, 136, 0,
        "This table, its ankle locks and its motor are rated for 136 kg. A heavier person must not use it.",
        "retail tables are rated for 113 to 136 kg [F]; this table's rating [D]", 37,
    ),
    (
        "UNDER_WEIGHT", "Under 45 kg", "gate", "weight_kg", 45, 999, 0,
        "The table was not tried with anyone lighter than 45 kg, and a person so light may be a child.",
        "the lightest person that the balance was tried with [D]", 37,
    ),
    (
        "EXTREME_OBESITY", "Body mass index of 40 or more", "gate", "mass_index", 0, 39, 0,
        (
            "Declare 'Extreme obesity' and have a physician clear it, because disease of the heart, blood vessels and "
            "eyes often goes with it unnoticed."
        ),
        "retail list, for extreme obesity [F]; the index [R]; that it is found by weight and height [D]", 36,
    ),
    (
        "UNDER_HEIGHT", "Under 147 cm", "gate", "height_cm", 147, 999, 0,
        "A shorter person does not balance on this table, and the ankle locks may not hold.",
        "a retail table begins at 147 cm [F], others at 142 cm [R]; this table's range [D]", 38,
    ),
    (
        "OVER_HEIGHT", "Over 198 cm", "gate", "height_cm", 0, 198, 0,
        "The head of a taller person may hit the floor or the frame, and the balance is wrong.",
        "retail tables end at 198 cm [F]", 38,
    ),
    (
        "UNDER_AGE", "Possibly under 18", "gate", "age", 19, 999, 0,
        (
            "This table is for adults. The profile has only the year of birth, so the table stays locked until the "
            "year of the 18th birthday is over."
        ),
        "a maker's manual [F]; scope of ISO 20957-1, for under 14 [F]; 18 [D]", 39,
    ),
    (
        "OLDER_AGE", "60 years or older", "capped", "age", -99, 59, 3000,
        (
            "Only moderate angles are allowed, because older necks and blood vessels bear less, and older people have "
            "been hurt or trapped."
        ),
        "case report at 64 [F]; fatal entrapment at 64 [F]; the age and the angle [D]", 40,
    ),
    (
        "SECOND_PERSON", "60 years or older, and alone in the house", "gate", "age_alone", -99, 59, 0,
        (
            "Use the table only while a second person is there who knows how to bring it back and how to release it by "
            "hand. Then take 'Alone in the house' out of the profile."
        ),
        "fatal entrapment at 64 [F]; the age [D]", 40,
    ),
    (
        "SECOND_PERSON", "Dementia, and alone in the house", "gate", "dementia_alone", -1, 0, 0,
        (
            "Use the table only while a second person is there who knows how to bring it back and how to release it by "
            "hand. Then take 'Alone in the house' out of the profile."
        ),
        "Teeter guide, for ability to operate [F]; that it locks [D]", 42,
    ),
    (
        "SECOND_PERSON", "60 years or older", "warn", "age", -99, 59, 0,
        "A second person must be present, and must know how to bring the table back and how to release it by hand.",
        "fatal entrapment at 64 [F]; the age [D]", 40,
    ),
)  # fmt: skip

# What the panel asks of the moment (questions.py says when): key, question, reason for stopping at a yes, source. A
# question fits two lines of 21 characters. A yes stands until tomorrow, when the table asks again, and the reason says
# so; one to a meal is a wait. OK leaves the questions for later. Screening judges profiles and asks nothing; the
# questions stand here because they are rows of the same list.
TODAY_QUESTIONS = (
    (
        "ear_or_sinus_infection", "Ear infection or sinus trouble?",
        (
            "Wait until it has healed; the table asks again tomorrow. Infected ears and blocked sinuses hurt when the "
            "head is down and disturb the balance."
        ),
        "retail list [F]",
    ),
    (
        "conjunctivitis", "Red or infected eye?",
        (
            "Wait until it has healed; the table asks again tomorrow. An inflamed eye should not be put under more "
            "pressure."
        ),
        "older Teeter list [F]",
    ),
    (
        "alcohol_or_medicine", "Alcohol or sedative in the last 12 hours?",
        "Wait until tomorrow. The person who must bring the table back has to be alert and steady.",
        "Teeter guide, for ability to operate and side effects of drugs [F]",
    ),
    (
        "recent_meal", "A meal in the last two hours?",
        (
            "Wait until two hours have passed since the meal, because what is in a full stomach runs back up the "
            "gullet when the head is down."
        ),
        "a maker's manual [F]; two hours [D]",
    ),
    (
        "severe_headache", "Severe headache or migraine?",
        (
            "Wait until it is over; the table asks again tomorrow. If it keeps coming back, ask a physician, because "
            "pressure in the head rises when the head is down."
        ),
        "Teeter guide [F]; a clinic's list [F]",
    ),
)  # fmt: skip

# A condition, or a measure of a person, and what is said of it.
NAMED = "%s: %s"
# What screening says, by code (firmware/texts.py). %s: condition key or name, clinician, date, number.
WORDS = {
    "NO_PROFILE": "Push a profile from the laptop: none is stored.",
    "PROFILE_CORRUPT": "Push the profile again from the laptop: the stored one cannot be read.",
    "PROFILE_NEWER": "Update the table's firmware: a newer version stored this profile, and this one cannot read it.",
    "CLOCK_NEWER": "Update the table's firmware: a newer version logged the newest time, and this one cannot read it.",
    "RESTARTS_NEWER": "Update the table's firmware: a newer version counted its restarts, and this one cannot read it.",
    "SELFTEST": "Switch the table off and have it checked. These parts of the board failed at start-up: %s.",
    "FLASH": (
        "If nothing else helps, hold OK while switching on, and let go of it within 5 s. This erases the storage that "
        "cannot be read, with everything in it. Then push the profiles again."
    ),
    "NOT_KEPT": "Switch the table off and on: it could not write down that a session begins, so none may.",
    "FLASH_FULL": (
        "Make room: the table's storage is full. What it holds is whole, so do not erase it. Files that are not the "
        "table's can be removed in maintenance (docs/hardware)."
    ),
    "RECOVERY": "Switch the table off and on: it restarted by itself several times. If that recurs, have it checked.",
    "MALFORMED": "Push the profile again: its field %s is missing or wrong.",
    "UNKNOWN_SCHEMA": "Update the table's firmware: it is too old for this profile.",
    "UNKNOWN_CONDITION": "Update the table's firmware: it does not know the condition '%s' and cannot judge it.",
    "CONDITION_ABSOLUTE": "%s: %s The table stays locked, even with a clearance.",
    "NOT_CLEARED": NAMED,
    "NOT_TODAY": NAMED,
    "WARNING": NAMED,
    "NO_CLOCK": "Connect the laptop to set the date: without it, the table cannot check age, clearances and sessions.",
    "CLOCK_REFUSED": (
        "A laptop's time was refused: %s. It said %s. Set the laptop's clock and connect it again. If the laptop is "
        "right, press OK at the panel until it asks for the time."
    ),
    "CLOCK_APART": (
        "The clock says %s, but by the table's own count of minutes it is %s. The stricter of the two counts, because "
        "the clock was set, or stopped without power. To say which is right, press OK at the panel until it asks."
    ),
    "CLOCK_LATER": (
        "A laptop has told this table that it was %s, and clearances are judged by that. If %s is right, press OK at "
        "the panel until it asks."
    ),
    "CLOCK_ANEW": (
        "The table has lost its own count of minutes, so all waits begin anew. If %s is right, press OK at the panel "
        "until it asks."
    ),
    "OPERATION_DATE": (
        "%s: under [since] in the profile, write the date on which it happened, as %s = 2026-09-01. It must not be "
        "later than today."
    ),
    "CLEARANCE_ROLE": "The clearance for '%s' by %s does not count: it must come from %s.",
    "CLEARANCE_NOT_YET": "The clearance for '%s' by %s is not valid before %s.",
    "CLEARANCE_OLD": "Get a new clearance for '%s': the one by %s is more than %d days old.",
    "CLEARANCE_EXPIRED": "Get a new clearance for '%s': the one by %s was valid until %s.",
    "CLEARANCE_BEFORE_CHANGE": (
        "Get a new clearance for '%s': the declared conditions have changed since the one by %s. Its date must be %s "
        "or later."
    ),
    "CLEARANCE_EARLY": "Get a new clearance for '%s': the one by %s was given less than %d days after %s.",
    "CLEARANCE_BEFORE_EVENT": "Get a new clearance for '%s': the one by %s was given before %s, when it happened.",
}
# Why the last time that a laptop told was not taken, by the error code of the link: for CLOCK_REFUSED,
REFUSED_WORDS = {
    "CLOCK_BACKWARDS": "it is earlier than the table's",
    "CLOCK_LEAP": "it is more than ten years ahead of the table's",
    "CLOCK_LOST": "the table has nothing to check it by",
}
# and instead of NO_CLOCK.
NO_CLOCK_WORDS = {
    "BAD_DAY": "A laptop's time was refused: it is no time of today. Set the laptop's clock and connect it again.",
    "CLOCK_FAILED": (
        "The table's clock did not take a laptop's time. Switch the table off and on and connect the laptop again. If "
        "that does not help, have the clock, its battery and the flash checked."
    ),
    "STORED_NEWER": "Without the date, the table cannot check age, clearances and sessions.",
}
ROLE_WORDS = {
    PHYSICIAN: "a physician who is not an orthopaedic surgeon",
    SURGEON: "an orthopaedic surgeon",
    EITHER: "a physician or an orthopaedic surgeon",
}

# By key, because a walk along the table would take some 5 ms for each condition on the RP2040.
_BY_KEY = {row[KEY]: row for row in CONDITIONS}


def find(key):
    """The row of condition `key`, or None when this table does not know it."""
    return _BY_KEY.get(key)


def reason(code, *words, key=""):
    """(code, the text of that code with `words` in its gaps, key of the condition it speaks of: "" for none)."""
    return code, (WORDS[code],) + words, key
