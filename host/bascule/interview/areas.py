"""The conditions by body area, as `bascule profile new` asks for them: what may need care now first."""

from __future__ import annotations

from bascule.conditions import catalogue
from bascule.conditions.catalogue import Condition
from bascule.speech.told import Told, later

_AREAS = (
    (
        later("Signs that may need care now"),
        (
            "cauda_equina_signs", "bladder_or_bowel_change", "worsening_nerve_deficit", "spinal_infection",
            "unexplained_tingling", "worse_with_traction",
        ),
    ),
    (
        later("Hips"),
        (
            "total_hip_replacement", "partial_hip_replacement", "hip_resurfacing", "severe_hip_osteoarthritis",
            "moderate_hip_osteoarthritis", "mild_hip_osteoarthritis", "acute_hip_instability", "hip_dislocation",
            "early_post_op_hip", "hip_fixation", "hip_flexor_strain", "hip_labral_tear", "femoroacetabular_impingement",
            "hip_dysplasia", "severe_hip_avascular_necrosis", "hip_avascular_necrosis", "hip_pain_unknown_cause",
            "piriformis_syndrome",
        ),
    ),
    (
        later("Knees, ankles and muscles"),
        (
            "knee_replacement", "knee_ligament_injury", "ankle_replacement", "ankle_ligament_injury",
            "recent_ankle_sprain", "acute_sprain_or_strain", "swollen_joint",
        ),
    ),
    (
        later("Bones and joints"),
        (
            "recent_fracture", "joint_dislocation", "medullary_pin", "orthopaedic_implant", "orthopaedic_surgery",
            "osteoporosis", "osteopenia", "joint_hypermobility", "connective_tissue_disease", "rheumatoid_arthritis",
            "acute_joint_inflammation",
        ),
    ),
    (
        later("Eyes"),
        (
            "glaucoma", "ocular_hypertension", "retinal_detachment", "recent_eye_surgery", "macular_degeneration",
            "optic_neuropathy", "high_myopia", "diabetic_retinopathy",
        ),
    ),
    (
        later("Heart and blood pressure"),
        (
            "uncontrolled_hypertension", "controlled_hypertension", "low_blood_pressure", "orthostatic_intolerance",
            "heart_failure", "coronary_artery_disease", "angina", "heart_attack", "coronary_stent",
            "other_heart_disease", "arrhythmia", "pacemaker",
        ),
    ),
    (
        later("Blood, blood vessels and breath"),
        (
            "carotid_stenosis", "aneurysm", "circulatory_disorder", "recent_deep_vein_thrombosis", "anticoagulants",
            "high_dose_aspirin", "respiratory_insufficiency", "copd",
        ),
    ),
    (
        later("Brain"),
        (
            "stroke", "transient_ischaemic_attack", "stroke_risk", "intracranial_bleed", "severe_brain_injury",
            "brain_trauma", "raised_intracranial_pressure", "ventricular_shunt", "csf_leak", "chiari_malformation",
            "dementia",
        ),
    ),
    (
        later("Head, balance and awareness"),
        (
            "seizure_disorder", "syncope", "narcolepsy", "sleep_disorder", "lasting_fatigue", "severe_headaches",
            "migraine", "dizziness", "vertigo", "benign_positional_vertigo", "menieres_disease",
        ),
    ),
    (
        later("Belly, pregnancy, operations, cancer and weight"),
        (
            "pregnancy", "recent_childbirth", "hiatal_hernia", "symptomatic_hiatal_hernia", "ventral_hernia",
            "inguinal_hernia", "reflux_disease", "abdominal_surgery", "recent_surgery", "cancer_in_treatment",
            "cancer_in_the_past", "extreme_obesity",
        ),
    ),
    (
        later("Back"),
        (
            "herniated_disc", "spinal_stenosis", "cervical_stenosis", "spinal_fracture", "spinal_instability",
            "spondylolisthesis", "pars_defect", "significant_scoliosis", "ankylosing_spondylitis", "whiplash",
            "spina_bifida", "spinal_tumour", "spinal_cord_compression", "spinal_fusion", "disc_surgery",
        ),
    ),
    (later("Nerves and muscles"), ("diabetic_neuropathy", "sciatica", "lumbar_radiculopathy", "muscle_tension")),
    (later("Being strapped in, and being alone"), ("alone_at_home", "claustrophobia", "anxiety")),
    (later("Whatever has no name in these lists"), ("other_condition",)),
)  # fmt: skip
_ELSE = later("Other")


def asked() -> list[tuple[Told, list[Condition]]]:
    """Each area with its conditions. What no area names comes last; what belongs to a day is asked at the table."""
    left = {one.key: one for one in catalogue.known() if not one.asked_each_day}
    areas = [(title, [left.pop(key) for key in keys if key in left]) for title, keys in _AREAS]
    areas.append((_ELSE, list(left.values())))
    return [(title, members) for title, members in areas if members]


def asked_each_day() -> list[Condition]:
    """What the table asks before the first session of a day."""
    return [one for one in catalogue.known() if one.asked_each_day]
