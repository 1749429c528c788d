"""The contraindication table as data: one row per condition a profile may declare, and screening's numbers and words.

The categories are this project's own: no manufacturer's list was found that grades them. Every angle here is an
engineering proposal that a clinician must set. Nothing here is medical advice.
"""

# Categories.
ABSOLUTE = 0  # locks; no clearance changes it
UNTIL_CLEARED = 1  # locks until a clearance that counts
CAPPED = 2  # allowed up to the cap
NOTE = 3  # a known word that enforces nothing
CATEGORY_NAMES = ("absolute", "until cleared", "capped", "note")

# Who may clear. A surgeon's clearance serves wherever a physician's does.
ANY_ROLE = ""
PHYSICIAN = "physician"
SURGEON = "orthopaedic_surgeon"
ROLES = (PHYSICIAN, SURGEON)

# In cap_cdeg: the row sets no angle of its own.
NO_CAP = 0

# Past this no source names a benefit, and the table is not made for it [D].
TABLE_RATING_CDEG = 6000
# A clearance says how a person was on the day it was written [D].
CLEARANCE_DAYS = 180

# What any profile keeps to: the only meaning of its angles, their range, the range of its session.
ANGLE_REF = "deg_past_horizontal"
ANGLE_CDEG = (100, 9000)
SESSION_S = (30, 600)

# key, name, category, role that may clear, cap_cdeg, reason for the person, source.
# Marks in a source: [F] read there, [R] from general knowledge, [D] this project's own judgment.
CONDITIONS = (
    (
        "total_hip_replacement", "Total hip replacement", ABSOLUTE, ANY_ROLE, NO_CAP,
        (
            "An artificial hip can come out of its socket when the body hangs from the ankles, so this table "
            "does not invert anyone who has one. No clearance changes that."
        ),
        "founding article [F]",
    ),
    (
        "severe_hip_osteoarthritis", "Severe osteoarthritis of the hip", ABSOLUTE, ANY_ROLE, NO_CAP,
        (
            "Inversion does not take load off a severely worn hip and may press it sideways, so this table "
            "does not invert with it. No clearance changes that."
        ),
        "founding article [F]",
    ),
    (
        "moderate_hip_osteoarthritis", "Moderate osteoarthritis of the hip", UNTIL_CLEARED, PHYSICIAN, 2000,
        (
            "A worn hip may be harmed by the sideways load of inversion. A physician must clear it first, and "
            "then only small angles are allowed."
        ),
        "founding article [F]; the grade and the angle [D]",
    ),
    (
        "mild_hip_osteoarthritis", "Mild osteoarthritis of the hip", UNTIL_CLEARED, PHYSICIAN, 2000,
        (
            "A worn hip may be harmed by the sideways load of inversion. A physician must clear it first, and "
            "then only small angles are allowed."
        ),
        "founding article [F]; the grade and the angle [D]",
    ),
    (
        "acute_hip_instability", "Acute hip instability", UNTIL_CLEARED, SURGEON, NO_CAP,
        "An unstable hip must not hang until an orthopaedic surgeon has cleared it.",
        "founding article [F]",
    ),
    (
        "hip_dislocation", "Hip dislocation", UNTIL_CLEARED, SURGEON, NO_CAP,
        (
            "A hip that has come out of its socket may do so again under traction. It must not hang until an "
            "orthopaedic surgeon has cleared it."
        ),
        "founding article [F]; Teeter guide [F]",
    ),
    (
        "early_post_op_hip", "Early recovery after hip surgery", UNTIL_CLEARED, SURGEON, NO_CAP,
        (
            "Traction can undo healing or damage an implant. An orthopaedic surgeon must clear a freshly "
            "operated hip first."
        ),
        "founding article [F]",
    ),
    (
        "hip_flexor_strain", "Acute strain of the hip flexors", UNTIL_CLEARED, PHYSICIAN, 1500,
        (
            "Hanging puts undue stress on strained hip flexors. A physician must clear it first, and then "
            "only small angles are allowed."
        ),
        "founding article [F]; the angle [D]",
    ),
    (
        "hip_labral_tear", "Torn hip labrum", UNTIL_CLEARED, PHYSICIAN, 2000,
        (
            "A torn labrum no longer seals the hip against traction. A physician must clear it first, and "
            "then only small angles are allowed."
        ),
        "studies of hip traction [F]; category and angle [D]",
    ),
    (
        "femoroacetabular_impingement", "Femoroacetabular impingement", UNTIL_CLEARED, PHYSICIAN, 2000,
        (
            "The joint surfaces already collide in some positions. A physician must clear it first, and then "
            "only small angles are allowed."
        ),
        "studies of hip traction [F]; category and angle [D]",
    ),
    (
        "hip_dysplasia", "Hip dysplasia", UNTIL_CLEARED, PHYSICIAN, 2000,
        (
            "A shallow socket holds the hip less firmly under traction. A physician must clear it first, and "
            "then only small angles are allowed."
        ),
        "studies of hip traction [F]; category and angle [D]",
    ),
    (
        "joint_hypermobility", "Joint hypermobility", UNTIL_CLEARED, PHYSICIAN, 2000,
        (
            "Loose joints give way sooner under traction. A physician must clear it first, and then only "
            "small angles are allowed."
        ),
        "studies of hip traction [F]; category and angle [D]",
    ),
    (
        "glaucoma", "Glaucoma", ABSOLUTE, ANY_ROLE, NO_CAP,
        (
            "Hanging head-down about doubles the pressure in the eye, which can cost sight with glaucoma, so "
            "this table does not invert with it. No clearance changes that."
        ),
        "study of eye pressure in inversion [F]; Teeter list [F]",
    ),
    (
        "pregnancy", "Pregnancy", ABSOLUTE, ANY_ROLE, NO_CAP,
        (
            "Studies and makers of inversion tables exclude pregnancy, so this table does not invert during "
            "it. No clearance changes that."
        ),
        "trial exclusions [F]; retail lists [F]",
    ),
    (
        "sciatica", "Sciatica", NOTE, ANY_ROLE, NO_CAP,
        "Inversion may ease pressure on the nerve in the lower back; any benefit to the hip is indirect.",
        "founding article [F]",
    ),
    (
        "piriformis_syndrome", "Piriformis syndrome", NOTE, ANY_ROLE, NO_CAP,
        (
            "Inversion may relax the muscles of the lower back and buttock; any benefit to the hip is "
            "indirect, and the relief may be temporary."
        ),
        "founding article [F]",
    ),
    (
        "lumbar_radiculopathy", "Lumbar radiculopathy", NOTE, ANY_ROLE, NO_CAP,
        (
            "Inversion may ease pressure on a nerve root in the lower back; any benefit to the hip is "
            "indirect."
        ),
        "founding article [F]",
    ),
)  # fmt: skip

# What screening says, by code. %s: condition key or name, clinician, date, number.
WORDS = {
    "NO_PROFILE": "No profile is stored. Push one from the laptop.",
    "PROFILE_CORRUPT": "The stored profile cannot be read. Push it again from the laptop.",
    "RECOVERY": "The table restarted by itself several times. Switch it off and on; have it looked at if that recurs.",
    "MALFORMED": "The profile's field %s is missing or wrong. Push the profile again.",
    "UNKNOWN_SCHEMA": "The profile is newer than this table understands. Update the table's firmware.",
    "UNKNOWN_CONDITION": "This table does not know the condition '%s', so it cannot judge it. Update its firmware.",
    "CONDITION_ABSOLUTE": "%s: %s",
    "NOT_CLEARED": "%s: %s",
    "CLEARANCE_ROLE": "The clearance of '%s' by %s does not count: it takes %s.",
    "NO_CLOCK": "The clearance of '%s' by %s cannot be checked: the table has no date. Connect the laptop.",
    "CLEARANCE_NOT_YET": "The clearance of '%s' by %s is valid only from %s on.",
    "CLEARANCE_OLD": "The clearance of '%s' by %s is more than %d days old. Have it renewed.",
    "CLEARANCE_EXPIRED": "The clearance of '%s' by %s was valid until %s. Have it renewed.",
}
ROLE_WORDS = {PHYSICIAN: "a physician", SURGEON: "an orthopaedic surgeon"}


def find(key):
    """The row of condition `key`, or None when this table does not know it."""
    for row in CONDITIONS:
        if row[0] == key:
            return row
    return None


def reason(code, *words):
    """(code, the sentence of that code with `words` in it)."""
    return code, WORDS[code] % words
