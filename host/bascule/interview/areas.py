"""The conditions by body area, as `bascule profile new` asks for them: a dozen at a time, in the order of a page."""

from __future__ import annotations

from bascule.conditions import catalogue
from bascule.conditions.catalogue import Condition

_AREAS = (
    (
        "Hips",
        (
            "total_hip_replacement", "partial_hip_replacement", "hip_resurfacing", "severe_hip_osteoarthritis",
            "moderate_hip_osteoarthritis", "mild_hip_osteoarthritis", "acute_hip_instability", "hip_dislocation",
            "early_post_op_hip", "hip_flexor_strain", "hip_labral_tear", "femoroacetabular_impingement",
            "hip_dysplasia", "piriformis_syndrome",
        ),
    ),
    (
        "Bones and joints, including knees and ankles",
        (
            "joint_hypermobility", "knee_replacement", "knee_ligament_injury", "ankle_ligament_injury",
            "recent_ankle_sprain", "medullary_pin", "orthopaedic_implant", "recent_fracture", "joint_dislocation",
            "swollen_joint", "osteoporosis", "osteopenia", "rheumatoid_arthritis", "acute_joint_inflammation",
        ),
    ),
    (
        "Eyes",
        (
            "glaucoma", "ocular_hypertension", "retinal_detachment", "recent_eye_surgery", "macular_degeneration",
            "optic_neuropathy", "high_myopia", "diabetic_retinopathy",
        ),
    ),
    (
        "Heart, blood and breath",
        (
            "uncontrolled_hypertension", "controlled_hypertension", "heart_failure", "coronary_artery_disease",
            "arrhythmia", "pacemaker", "carotid_stenosis", "aneurysm", "anticoagulants", "high_dose_aspirin",
            "recent_deep_vein_thrombosis", "respiratory_insufficiency", "copd",
        ),
    ),
    (
        "Head, balance and awareness",
        (
            "stroke", "transient_ischaemic_attack", "intracranial_bleed", "brain_trauma", "seizure_disorder",
            "syncope", "narcolepsy", "severe_headaches", "migraine", "vertigo", "benign_positional_vertigo",
            "menieres_disease",
        ),
    ),
    (
        "Belly, pregnancy, operations and weight",
        (
            "pregnancy", "hiatal_hernia", "symptomatic_hiatal_hernia", "ventral_hernia", "inguinal_hernia",
            "reflux_disease", "abdominal_surgery", "recent_surgery", "extreme_obesity",
        ),
    ),
    (
        "Back and nerves",
        (
            "spinal_fracture", "spinal_instability", "spondylolisthesis", "significant_scoliosis",
            "cauda_equina_signs", "bladder_or_bowel_change", "worsening_nerve_deficit", "spinal_infection",
            "spinal_tumour", "spinal_cord_compression", "spinal_fusion", "disc_surgery", "diabetic_neuropathy",
            "sciatica", "lumbar_radiculopathy", "muscle_tension",
        ),
    ),
    ("Being strapped in, and being alone", ("alone_at_home", "claustrophobia", "anxiety")),
)  # fmt: skip
_ELSE = "Other"


def asked() -> list[tuple[str, list[Condition]]]:
    """Each area with its conditions. What no area names comes last; what belongs to a day is asked at the table."""
    left = {one.key: one for one in catalogue.known() if not one.asked_each_day}
    areas = [(title, [left.pop(key) for key in keys if key in left]) for title, keys in _AREAS]
    areas.append((_ELSE, list(left.values())))
    return [(title, members) for title, members in areas if members]


def asked_each_day() -> list[Condition]:
    """What the table asks before the first session of a day."""
    return [one for one in catalogue.known() if one.asked_each_day]
