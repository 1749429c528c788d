"""What people call the conditions: lay words, abbreviations, British and American, brand names of common medicines.

Data only; `lookup` reads it. Each row is (words, keys): each of the words, parted by commas, means the one key, or one
of several, and then somebody has to say which. Case, signs, plurals and small words such as "my" do not count, nor does
the order, and a British spelling is the American one. A condition's own key and name need no row. Where a word may mean
a stricter and a milder row, both stand there, so that nobody is led past the stricter one.
"""

WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # The hip.
    ("both hips done", ("total_hip_replacement",)),
    (
        "femur rod, femoral rod, thigh rod, nail in thigh bone, femur nail, femur plate",
        ("hip_fixation", "medullary_pin", "orthopaedic_implant"),
    ),
    ("thr, tha, total hip arthroplasty, new hip, both hips replaced, full hip replacement", ("total_hip_replacement",)),
    (
        "hip replacement, replaced hip, artificial hip, artificial hip joint, prosthetic hip, hip prosthesis, hip "
        "implant, hip arthroplasty, hip joint replacement, endoprosthesis",
        ("total_hip_replacement", "partial_hip_replacement", "hip_resurfacing"),
    ),
    (
        "metal hip, metal in hip, titanium hip, hip operation, hip surgery, operated hip, hip revision",
        ("total_hip_replacement", "partial_hip_replacement", "hip_resurfacing", "hip_fixation", "early_post_op_hip"),
    ),
    ("hemiarthroplasty, half hip replacement, half hip, hemi hip, bipolar hip", ("partial_hip_replacement",)),
    ("birmingham hip, resurfaced hip, hip cap, metal on metal hip", ("hip_resurfacing",)),
    (
        "hip arthritis, hip arthrosis, hip osteoarthritis, hip oa, arthritic hip, arthritis of hip, worn hip, worn "
        "out hip, hip wear, coxarthrosis, osteoarthritis of hip, bone on bone hip, bad hip, degenerative hip",
        ("severe_hip_osteoarthritis", "moderate_hip_osteoarthritis", "mild_hip_osteoarthritis"),
    ),
    (
        "arthritis, osteoarthritis, arthrosis, oa, wear and tear, degenerative joint disease",
        (
            "severe_hip_osteoarthritis",
            "moderate_hip_osteoarthritis",
            "mild_hip_osteoarthritis",
            "rheumatoid_arthritis",
            "acute_joint_inflammation",
            "other_condition",
        ),
    ),
    (
        "unstable hip, hip instability, loose hip, hip gives way, hip subluxation, hip pops out, hip comes out, hip "
        "slips",
        ("acute_hip_instability", "hip_dislocation"),
    ),
    ("dislocated hip, hip luxation, hip out of socket, hip popped out", ("hip_dislocation",)),
    (
        "hip pin, hip pinning, pinned hip, hip screw, hip plate, hip nail, hip rod, gamma nail, dynamic hip screw, "
        "dhs, cannulated screw, femoral nail, metal in femur, hip fracture fixation, slipped epiphysis, scfe, sufe",
        ("hip_fixation",),
    ),
    (
        "broken hip, hip fracture, fractured hip, femoral neck fracture, broken neck of femur",
        ("total_hip_replacement", "partial_hip_replacement", "hip_fixation", "early_post_op_hip"),
    ),
    (
        "hip arthroscopy, hip scope, labral repair, hip osteotomy, pao, periacetabular osteotomy, post op hip, recent "
        "hip surgery, recent hip operation, hip surgery recovery, fai surgery",
        ("early_post_op_hip",),
    ),
    ("labral tear, labrum tear, torn labrum, hip labrum, labrum", ("hip_labral_tear",)),
    (
        "fai, hip impingement, impingement, cam impingement, pincer impingement, cam lesion",
        ("femoroacetabular_impingement",),
    ),
    ("ddh, cdh, dysplastic hip, shallow hip socket, congenital hip dislocation, clicky hip", ("hip_dysplasia",)),
    ("strained hip flexor, pulled hip flexor, iliopsoas strain, psoas strain, hip flexor pain", ("hip_flexor_strain",)),
    ("groin strain, pulled groin", ("hip_flexor_strain", "acute_sprain_or_strain", "inguinal_hernia")),
    (
        "avn, osteonecrosis, avascular necrosis, hip necrosis, aseptic necrosis, femoral head necrosis, bone death, "
        "perthes, perthes disease, legg calve perthes",
        ("severe_hip_avascular_necrosis", "hip_avascular_necrosis"),
    ),
    (
        "hip pain, painful hip, sore hip, hip ache, aching hip, hip hurts, pain in hip, groin pain, pain in groin, "
        "hip bursitis, trochanteric bursitis, bursitis",
        ("hip_pain_unknown_cause", "other_condition"),
    ),
    (
        "hypermobile, hypermobility, hypermobility syndrome, double jointed, loose joint, lax joint, hsd",
        ("joint_hypermobility",),
    ),
    (
        "ehlers danlos, ehlers danlos syndrome, eds, marfan, marfan syndrome, lupus, sle, scleroderma, connective "
        "tissue disorder, loeys dietz, collagen disorder, mctd",
        ("connective_tissue_disease",),
    ),
    # Legs, bones and joints.
    (
        "torn ligament, ligament tear, ligament injury, ligament, torn tendon, tendon tear, tendon injury, rotator "
        "cuff, torn rotator cuff, rotator cuff tear, achilles tear, ruptured achilles, achilles rupture, tendinitis, "
        "tendonitis",
        ("knee_ligament_injury", "ankle_ligament_injury", "acute_sprain_or_strain", "orthopaedic_surgery"),
    ),
    (
        "broken nose, broken jaw, broken finger, broken hand, broken shoulder, broken kneecap, broken shin",
        ("recent_fracture",),
    ),
    (
        "tkr, tka, new knee, artificial knee, knee prosthesis, knee arthroplasty, replaced knee, partial knee "
        "replacement, metal knee, total knee replacement",
        ("knee_replacement",),
    ),
    (
        "acl, pcl, mcl, lcl, torn acl, acl tear, acl injury, cruciate ligament, cruciate tear, knee sprain, torn knee "
        "ligament, sprained knee, twisted knee, ruptured cruciate, unstable knee",
        ("knee_ligament_injury",),
    ),
    (
        "torn ankle ligament, ankle instability, unstable ankle, weak ankle, chronic ankle instability, loose ankle",
        ("ankle_ligament_injury",),
    ),
    ("sprained ankle, twisted ankle, rolled ankle, ankle sprain, turned ankle, ankle injury", ("recent_ankle_sprain",)),
    (
        "artificial ankle, ankle prosthesis, ankle arthroplasty, new ankle, total ankle, metal ankle",
        ("ankle_replacement",),
    ),
    (
        "pulled muscle, torn muscle, muscle strain, strained muscle, muscle tear, sprain, strain, hamstring tear, "
        "pulled hamstring, sprained wrist, sprained back, back strain, back sprain, strained back, pulled back muscle",
        ("acute_sprain_or_strain", "hip_flexor_strain", "recent_ankle_sprain"),
    ),
    ("intramedullary nail, im nail, bone nail, marrow nail, tibial nail", ("medullary_pin", "hip_fixation")),
    (
        "metal plate, plate, screw, bone screw, pin, metal pin, metalwork, metal work, hardware, titanium plate, "
        "metal in body, metal in bone, metal implant, metal in leg, orif, surgical pin, wire in bone, bone plate, "
        "implant, orthopedic implant, plates and screws, titanium screw",
        ("orthopaedic_implant", "hip_fixation", "medullary_pin", "spinal_fusion"),
    ),
    (
        "screw in leg, plate in leg, plate in ankle, screw in ankle, plate in arm, screw in foot, metal in knee, "
        "metal in ankle",
        ("orthopaedic_implant",),
    ),
    (
        "titanium rod, metal rod, rod, rod in leg, rod in back, harrington rod",
        ("orthopaedic_implant", "medullary_pin", "spinal_fusion"),
    ),
    (
        "arthroscopy, knee arthroscopy, meniscus surgery, meniscus operation, meniscus repair, torn meniscus surgery, "
        "knee surgery, knee operation, rotator cuff surgery, shoulder surgery, ankle surgery, foot surgery, joint "
        "surgery, bone surgery, orthopedic surgery, achilles repair, carpal tunnel surgery",
        ("orthopaedic_surgery",),
    ),
    (
        "shoulder replacement, ankle fusion, fused ankle, bunion surgery, acl reconstruction, acl surgery",
        ("orthopaedic_implant", "orthopaedic_surgery"),
    ),
    ("torn meniscus, meniscus, meniscus tear", ("knee_ligament_injury", "swollen_joint")),
    (
        "bad knee, knee pain, sore knee, knee problem",
        ("knee_replacement", "knee_ligament_injury", "swollen_joint", "other_condition"),
    ),
    (
        "ankle pain, sore ankle, bad ankle, ankle problem",
        ("ankle_replacement", "ankle_ligament_injury", "recent_ankle_sprain", "other_condition"),
    ),
    (
        "broken arm, broken ankle, broken wrist, broken foot, broken rib, broken toe, broken collarbone, cracked rib",
        ("recent_fracture",),
    ),
    (
        "fracture, broken bone, broken leg, broken pelvis, pelvic fracture, fractured pelvis, broken femur, fractured "
        "femur, femur fracture, broken thigh, broken thigh bone, fractured leg, leg fracture, stress fracture, "
        "hairline fracture, recent break, fractured, healing fracture",
        ("recent_fracture", "hip_fixation", "early_post_op_hip", "medullary_pin", "spinal_fracture", "osteoporosis"),
    ),
    (
        "dislocated shoulder, dislocation, dislocated joint, shoulder dislocation, dislocated knee, dislocated "
        "kneecap, dislocated elbow, patella dislocation",
        ("joint_dislocation",),
    ),
    ("swollen knee, knee swelling, water on knee, joint effusion, puffy joint, baker cyst", ("swollen_joint",)),
    (
        "swollen feet, swollen foot, swollen ankle, swollen leg, swelling, edema, swelling in legs, ankle swelling, "
        "foot swelling, swelling of feet, water in legs, swollen calf",
        ("heart_failure", "recent_deep_vein_thrombosis", "circulatory_disorder", "swollen_joint", "other_condition"),
    ),
    (
        "brittle bone, weak bone, thin bone, fragile bone, bone loss, porous bone, fosamax, alendronate, prolia, "
        "denosumab, actonel, risedronate, bisphosphonate, zoledronate, osteogenesis imperfecta",
        ("osteoporosis",),
    ),
    ("low bone density, low bone mass, bone thinning, reduced bone density", ("osteoporosis", "osteopenia")),
    (
        "ra, rheumatism, rheumatic, rheumatoid, inflammatory arthritis, psoriatic arthritis, juvenile arthritis",
        ("rheumatoid_arthritis",),
    ),
    (
        "gout, joint inflammation, inflamed joint, gout attack, synovitis, septic arthritis, infected joint, flare "
        "up, arthritis flare, reactive arthritis",
        ("acute_joint_inflammation", "swollen_joint"),
    ),
    (
        "bechterew, bechterew disease, spondyloarthritis, axial spondyloarthritis, bamboo spine, ankylosing, marie "
        "strumpell",
        ("ankylosing_spondylitis",),
    ),
    # The eyes.
    (
        "retina, retina problem, retinal disease, eye bleed",
        ("retinal_detachment", "macular_degeneration", "diabetic_retinopathy"),
    ),
    ("diopter, dioptre, bad eyesight, poor eyesight", ("high_myopia", "macular_degeneration", "other_condition")),
    (
        "xalatan, latanoprost, glaucoma drop, travoprost, lumigan, bimatoprost, timolol, dorzolamide, cosopt, eye "
        "pressure, high eye pressure, raised eye pressure, eye pressure high, iop, intraocular pressure, high iop",
        ("glaucoma", "ocular_hypertension"),
    ),
    ("oht, suspected glaucoma, glaucoma suspect", ("ocular_hypertension", "glaucoma")),
    ("green star, optic cupping, narrow angle, angle closure, narrow angle glaucoma", ("glaucoma",)),
    (
        "detached retina, torn retina, retinal tear, retina tear, retina hole, retinal hole, retina detached, "
        "vitrectomy, scleral buckle, retina surgery, retina came loose",
        ("retinal_detachment",),
    ),
    (
        "cataract surgery, cataract operation, cataract removed, lasik, laser eye surgery, laser eye, prk, eye "
        "operation, smile surgery, lens replacement, new lens, eye laser, cornea transplant, eye lift",
        ("recent_eye_surgery",),
    ),
    ("cataract", ("recent_eye_surgery", "other_condition")),
    ("glaucoma surgery, trabeculectomy, glaucoma stent, iridotomy", ("glaucoma",)),
    (
        "amd, armd, macula, macula degeneration, wet macula, dry macula, macular, macular hole, macular edema",
        ("macular_degeneration",),
    ),
    ("optic nerve damage, optic neuritis, optic atrophy, optic nerve, aion, naion", ("optic_neuropathy",)),
    (
        "papilledema, optic disc swelling, swollen optic disc, swollen optic nerve, optic disc edema",
        ("raised_intracranial_pressure", "optic_neuropathy"),
    ),
    (
        "myopia, nearsighted, near sighted, shortsighted, short sighted, very short sighted, very nearsighted, strong "
        "glasses, thick glasses, severe myopia",
        ("high_myopia",),
    ),
    ("diabetic eye, diabetic eye disease, retinopathy, eye damage from diabetes", ("diabetic_retinopathy",)),
    ("pink eye, pinkeye, red eye, eye infection, infected eye, sticky eye", ("conjunctivitis",)),
    (
        "vision loss, loss of vision, blurred vision, blurry vision, blind, blindness, half blind, blind in one eye, "
        "double vision, flashes, floaters, eye problem, eye disease, eye pain, bad eyes",
        ("glaucoma", "retinal_detachment", "optic_neuropathy", "macular_degeneration", "other_condition"),
    ),
    # Heart, vessels and breath.
    (
        "mitral valve, mitral valve repair, valve repair, aortic valve replacement, mitral regurgitation",
        ("other_heart_disease",),
    ),
    ("angio, angiogram, coronary angiogram", ("coronary_stent", "coronary_artery_disease")),
    ("breathing difficulty, hard to breathe, wheezing", ("heart_failure", "respiratory_insufficiency", "copd")),
    (
        "high blood pressure, hypertension, high bp, hbp, raised blood pressure, blood pressure, bp, hypertensive, "
        "htn, blood pressure tablet, blood pressure pill, blood pressure medication, blood pressure medicine, "
        "lisinopril, ramipril, amlodipine, losartan, valsartan, candesartan, hydrochlorothiazide, enalapril, norvasc, "
        "diovan",
        ("uncontrolled_hypertension", "controlled_hypertension"),
    ),
    (
        "uncontrolled blood pressure, untreated high blood pressure, untreated hypertension, very high blood "
        "pressure, high blood pressure untreated",
        ("uncontrolled_hypertension",),
    ),
    (
        "treated high blood pressure, treated hypertension, controlled blood pressure, high blood pressure controlled",
        ("controlled_hypertension",),
    ),
    (
        "beta blocker, metoprolol, bisoprolol, atenolol, propranolol, carvedilol",
        (
            "heart_failure",
            "coronary_artery_disease",
            "uncontrolled_hypertension",
            "controlled_hypertension",
            "arrhythmia",
            "migraine",
        ),
    ),
    (
        "chf, congestive heart failure, weak heart, enlarged heart, cardiac insufficiency, heart insufficiency, "
        "cardiomyopathy, low ejection fraction, cardiac failure, heart weakness, entresto",
        ("heart_failure",),
    ),
    (
        "cad, chd, ihd, coronary heart disease, coronary disease, ischemic heart disease, narrowed heart artery, "
        "blocked heart artery, coronary calcification",
        ("coronary_artery_disease",),
    ),
    (
        "clogged artery, blocked artery, hardened artery, hardening of artery, atherosclerosis, arteriosclerosis, "
        "plaque, calcified artery, narrowed artery",
        ("coronary_artery_disease", "carotid_stenosis", "stroke_risk", "circulatory_disorder"),
    ),
    (
        "chest pain, tight chest, angina pectoris, chest tightness, chest pressure, nitroglycerin, nitro, gtn, nitro "
        "spray, heart pain, heart cramp",
        ("angina",),
    ),
    (
        "mi, infarct, infarction, myocardial infarction, cardiac infarction, coronary, coronary thrombosis, stemi, "
        "nstemi, heart attacks, cardiac arrest",
        ("heart_attack",),
    ),
    (
        "stent, heart stent, bypass, heart bypass, cabg, bypass surgery, angioplasty, pci, balloon dilatation, triple "
        "bypass, ptca, heart catheter",
        ("coronary_stent",),
    ),
    (
        "heart murmur, murmur, leaky valve, leaky heart valve, heart valve, valve disease, valve replacement, "
        "artificial valve, mitral prolapse, mitral valve prolapse, aortic stenosis, aortic valve, hole in heart, pfo, "
        "asd, vsd, congenital heart defect, congenital heart disease, heart defect, myocarditis, pericarditis, "
        "endocarditis, inflamed heart muscle, heart inflammation",
        ("other_heart_disease",),
    ),
    (
        "heart disease, heart problem, heart trouble, heart condition, cardiac disease, cardiac condition, bad heart, "
        "cardiovascular disease, heart surgery, heart operation, open heart surgery, heart transplant",
        (
            "heart_failure",
            "coronary_artery_disease",
            "heart_attack",
            "coronary_stent",
            "angina",
            "arrhythmia",
            "pacemaker",
            "other_heart_disease",
        ),
    ),
    (
        "afib, a fib, af, atrial fibrillation, atrial flutter, palpitation, heart flutter, irregular pulse, skipped "
        "beat, extrasystole, svt, tachycardia, racing heart, fast heartbeat, slow heartbeat, bradycardia, heart "
        "rhythm, irregular heart beat, heart rhythm disorder, ectopic beat, pvc, long qt, wpw, ventricular "
        "tachycardia, dysrhythmia",
        ("arrhythmia",),
    ),
    ("icd, defibrillator, pace maker, crt, heart pacer, pacer, implanted defibrillator", ("pacemaker",)),
    (
        "carotid, carotid artery, carotid artery disease, carotid plaque, narrowed neck artery, blocked neck artery",
        ("carotid_stenosis",),
    ),
    (
        "aaa, triple a, aortic aneurysm, brain aneurysm, bulging artery, enlarged aorta, dilated aorta, aortic "
        "dissection, avm, arteriovenous malformation, cavernoma, abdominal aortic aneurysm, cerebral aneurysm",
        ("aneurysm",),
    ),
    (
        "blood thinner, blood thinning, blood thinning medication, blood thinning tablet, thin blood, anticoagulant, "
        "anticoagulation, oral anticoagulant, doac, noac, vitamin k antagonist, warfarin, coumadin, jantoven, "
        "marevan, marcumar, marcoumar, falithrom, phenprocoumon, sintrom, acenocoumarol, heparin, heparin injection, "
        "heparin shot, enoxaparin, lovenox, clexane, dalteparin, fragmin, tinzaparin, innohep, fondaparinux, arixtra, "
        "fraxiparine, nadroparin, lmwh, rivaroxaban, xarelto, apixaban, eliquis, dabigatran, pradaxa, edoxaban, "
        "lixiana, savaysa, clopidogrel, plavix, prasugrel, efient, effient, ticagrelor, brilinta, brilique, "
        "ticlopidine, dipyridamole, aggrenox, persantine, cilostazol, pletal, antiplatelet, platelet inhibitor",
        ("anticoagulants",),
    ),
    (
        "aspirin, asa, acetylsalicylic acid, ass 100, aspirin 81, low dose aspirin, baby aspirin, daily aspirin, "
        "aspirin cardio, ecotrin, bayer",
        ("high_dose_aspirin", "anticoagulants", "other_condition"),
    ),
    (
        "hemophilia, von willebrand, bleeding disorder, low platelet, thrombocytopenia, bruise easily, easy bruising",
        ("other_condition", "anticoagulants"),
    ),
    (
        "dvt, deep vein thrombosis, thrombosis, leg clot, clot in leg, vein clot, venous thrombosis, phlebitis, "
        "pulmonary embolism, pe, lung embolism, lung clot, clot in lung, embolism, vte, thrombophlebitis, thrombus",
        ("recent_deep_vein_thrombosis",),
    ),
    ("blood clot, clot", ("stroke", "recent_deep_vein_thrombosis", "anticoagulants")),
    (
        "factor v leiden, clotting disorder, thrombophilia, antiphospholipid",
        ("recent_deep_vein_thrombosis", "other_condition"),
    ),
    (
        "varicose vein, poor circulation, bad circulation, circulation problem, circulatory problem, pad, paod, "
        "peripheral artery disease, peripheral arterial disease, vascular disease, raynaud, claudication, window "
        "shopping legs, venous insufficiency, spider vein, vasculitis, leg artery, lymphedema, lymphoedema, "
        "circulatory disease, vascular compromise, circulation",
        ("circulatory_disorder",),
    ),
    ("low blood pressure, hypotension, low bp, hypotonia, low pressure", ("low_blood_pressure",)),
    (
        "pots, postural tachycardia, orthostatic hypotension, postural hypotension, dizzy on standing, dizzy when "
        "standing, dizzy when i stand up, dizzy standing up, orthostatic, dysautonomia, postural orthostatic "
        "tachycardia syndrome, head rush, lightheaded when standing",
        ("orthostatic_intolerance",),
    ),
    (
        "fainting on standing, faint when standing, faint on standing, fainting when standing up",
        ("syncope", "orthostatic_intolerance"),
    ),
    (
        "breathless, shortness of breath, short of breath, breathlessness, dyspnea, trouble breathing, breathing "
        "problem, out of breath, difficulty breathing",
        ("heart_failure", "respiratory_insufficiency", "copd"),
    ),
    (
        "asthma, inhaler, lung disease, lung problem, bad lung, lung fibrosis, pulmonary fibrosis, oxygen, home "
        "oxygen, respiratory failure, cystic fibrosis, collapsed lung, pneumothorax, pulmonary hypertension, "
        "sarcoidosis, ventolin, salbutamol, albuterol, long covid lung, breathing weakness",
        ("respiratory_insufficiency", "copd", "other_condition"),
    ),
    ("emphysema, chronic bronchitis, smoker lung, smokers cough, coad, cold lung disease, bronchiectasis", ("copd",)),
    # Brain, balance and awareness.
    (
        "hit my head, bump on head, banged my head, blow to head, fell on my head",
        ("severe_brain_injury", "intracranial_bleed", "brain_trauma"),
    ),
    ("narcoleptic", ("narcolepsy",)),
    ("epileptics, epilepsy in childhood, childhood epilepsy", ("seizure_disorder",)),
    (
        "cva, apoplexy, brain attack, cerebral infarction, brain infarct, strokes, had a stroke, ischemic stroke, "
        "cerebrovascular accident, hemiplegia",
        ("stroke",),
    ),
    (
        "tia, mini stroke, ministroke, small stroke, transient ischemic attack, stroke warning",
        ("transient_ischaemic_attack",),
    ),
    ("risk of stroke, stroke risk, high stroke risk", ("stroke_risk",)),
    (
        "high cholesterol, cholesterol, statin, hyperlipidemia",
        ("coronary_artery_disease", "stroke_risk", "other_condition"),
    ),
    (
        "brain bleed, brain haemorrhage, cerebral haemorrhage, subdural, subdural haematoma, subarachnoid, sah, "
        "subarachnoid haemorrhage, epidural haematoma, bleeding in brain, bleed on brain, haemorrhagic stroke, "
        "intracranial haemorrhage, bleeding in head, brain haematoma",
        ("intracranial_bleed",),
    ),
    (
        "concussion, mtbi, mild tbi, commotio, concussed, knock on head, mild traumatic brain injury, post concussion",
        ("brain_trauma",),
    ),
    (
        "tbi, head injury, head trauma, brain injury, brain damage, traumatic brain injury, brain trauma, skull "
        "fracture, fractured skull, acquired brain injury",
        ("severe_brain_injury", "brain_trauma"),
    ),
    (
        "brain surgery, craniotomy, brain operation, head surgery",
        ("severe_brain_injury", "intracranial_bleed", "ventricular_shunt", "cancer_in_treatment"),
    ),
    (
        "shunt, vp shunt, brain shunt, ventriculoperitoneal shunt, cerebral shunt, lumboperitoneal shunt, va shunt",
        ("ventricular_shunt",),
    ),
    ("hydrocephalus, water on brain, nph", ("ventricular_shunt", "raised_intracranial_pressure")),
    (
        "intracranial pressure, iih, pseudotumor cerebri, idiopathic intracranial hypertension, brain pressure, "
        "intracranial hypertension, brain swelling, cerebral edema, high brain pressure, icp",
        ("raised_intracranial_pressure",),
    ),
    (
        "chiari, arnold chiari, chiari i, chiari type 1, syrinx, syringomyelia, tonsillar ectopia",
        ("chiari_malformation",),
    ),
    (
        "spinal fluid leak, csf leak, cerebrospinal fluid leak, dural tear, dural leak, brain fluid leak, "
        "intracranial hypotension, spontaneous intracranial hypotension",
        ("csf_leak",),
    ),
    (
        "brain tumor, brain cancer, meningioma, glioma, glioblastoma",
        ("cancer_in_treatment", "raised_intracranial_pressure"),
    ),
    (
        "epilepsy, epileptic, seizure, fit, convulsion, epileptic fit, grand mal, petit mal, keppra, levetiracetam, "
        "lamotrigine, lamictal, valproate, tegretol, carbamazepine, febrile convulsion",
        ("seizure_disorder",),
    ),
    (
        "get fits, getting fits, having fits, fits in sleep, fitting, phenytoin, dilantin",
        ("seizure_disorder", "other_condition"),
    ),
    (
        "faint, fainting, fainted, pass out, passing out, passed out, black out, blackout, blacking out, collapse, "
        "vasovagal, vasovagal syncope, loss of consciousness, losing consciousness, unconscious, swooning",
        ("syncope",),
    ),
    ("falling asleep suddenly, sleep attack, cataplexy, fall asleep during day, sudden sleep", ("narcolepsy",)),
    (
        "sleep apnea, osa, obstructive sleep apnea, cpap, insomnia, restless leg, sleep problem, sleeping disorder, "
        "sleepwalking, hypersomnia, sleeplessness, trouble sleeping, snoring",
        ("sleep_disorder",),
    ),
    (
        "chronic fatigue, cfs, me cfs, fatigue, fatigued, exhaustion, always tired, tiredness, long covid, "
        "fibromyalgia, burnout, post covid, chronic fatigue syndrome, myalgic encephalomyelitis",
        ("lasting_fatigue", "other_condition"),
    ),
    (
        "alzheimer, alzheimer disease, memory loss, forgetful, confusion, confused, cognitive impairment, "
        "disorientation, memory problem, mild cognitive impairment, disoriented, senile",
        ("dementia",),
    ),
    ("brain fog, foggy head, trouble concentrating", ("dementia", "lasting_fatigue")),
    (
        "headache, bad headache, severe headache, cluster headache, tension headache, chronic headache, trigeminal "
        "neuralgia, constant headache, daily headache, thunderclap headache",
        ("severe_headaches", "migraine", "headache_today"),
    ),
    (
        "migraines, sick headache, hemicrania, ocular migraine, migraine with aura, triptan, sumatriptan, imitrex",
        ("migraine",),
    ),
    (
        "dizzy, dizziness, giddy, giddiness, lightheaded, light headed, light headedness, woozy, faint feeling, "
        "unsteady, balance problem, loss of balance, disequilibrium",
        ("dizziness", "vertigo", "orthostatic_intolerance"),
    ),
    (
        "dizzy spell, spinning, room spins, spinning sensation, spinning feeling, vestibular, vestibular neuritis, "
        "labyrinthitis",
        ("vertigo", "dizziness"),
    ),
    (
        "bppv, positional vertigo, ear crystal, ear stone, loose crystal, benign paroxysmal positional vertigo",
        ("benign_positional_vertigo",),
    ),
    ("meniere, meniere syndrome, endolymphatic hydrops", ("menieres_disease",)),
    ("tinnitus, ringing in ears, hearing loss", ("menieres_disease", "other_condition")),
    (
        "inner ear, inner ear problem, inner ear disorder, ear problem, inner ear infection",
        ("vertigo", "menieres_disease", "benign_positional_vertigo", "middle_ear_infection"),
    ),
    # Abdomen, pregnancy and surgery.
    ("breastfeeding, breast feeding, nursing a baby", ("recent_childbirth",)),
    ("bmi, body mass index", ("extreme_obesity",)),
    (
        "pregnant, expecting, expecting a baby, expecting baby, with child, may be pregnant, trying for baby, trying "
        "to conceive, ivf, trimester, baby on way, could be pregnant",
        ("pregnancy",),
    ),
    (
        "postpartum, post partum, gave birth, just gave birth, childbirth, birth, after birth, delivered a baby, "
        "postnatal, new mother, puerperium, had a baby, newborn, miscarriage",
        ("recent_childbirth",),
    ),
    ("c section, caesarean, cesarean, csection, cesarean section", ("recent_childbirth", "abdominal_surgery")),
    (
        "hiatus hernia, hiatal hernia, diaphragmatic hernia, hiatal, stomach hernia, sliding hernia",
        ("symptomatic_hiatal_hernia", "hiatal_hernia"),
    ),
    (
        "hernia, rupture, ruptured, hernias",
        ("symptomatic_hiatal_hernia", "hiatal_hernia", "ventral_hernia", "inguinal_hernia", "herniated_disc"),
    ),
    (
        "umbilical hernia, belly button hernia, incisional hernia, abdominal hernia, abdominal wall hernia, navel "
        "hernia, epigastric hernia, diastasis recti",
        ("ventral_hernia",),
    ),
    (
        "groin hernia, rupture in groin, groin rupture, femoral hernia, scrotal hernia, sports hernia",
        ("inguinal_hernia",),
    ),
    (
        "gerd, gord, acid reflux, reflux, heartburn, heart burn, acid stomach, barrett, barrett esophagus, "
        "esophagitis, omeprazole, pantoprazole, acid indigestion, lpr, silent reflux, antacid, ppi, indigestion, "
        "esomeprazole, nexium",
        ("symptomatic_hiatal_hernia", "reflux_disease"),
    ),
    (
        "appendix out, appendectomy, appendicectomy, appendix removed, appendix surgery, gallbladder removal, gall "
        "bladder removal, gallbladder surgery, gallbladder out, cholecystectomy, hysterectomy, bowel surgery, stomach "
        "surgery, hernia surgery, hernia repair, hernia operation, laparoscopy, keyhole surgery, belly surgery, tummy "
        "tuck, gastric bypass, gastric sleeve, bariatric surgery, stoma, colostomy, prostate surgery, kidney "
        "transplant, abdominal operation, colectomy, womb removed, laparotomy, prostatectomy, liposuction, tubal "
        "ligation",
        ("abdominal_surgery",),
    ),
    (
        "surgery, operation, recent operation, op, operated, post op, postoperative, surgical procedure, had surgery, "
        "recently operated, surgery last month, stitches, wound, mastectomy, tonsillectomy, thyroid surgery, breast "
        "surgery",
        ("recent_surgery", "early_post_op_hip", "orthopaedic_surgery", "abdominal_surgery", "disc_surgery"),
    ),
    (
        "obese, obesity, overweight, very overweight, morbidly obese, morbid obesity, fat, heavy, bmi over 40, "
        "severely obese, adiposity",
        ("extreme_obesity",),
    ),
    (
        "chemo, chemotherapy, radiotherapy, radiation, radiation therapy, metastasis, metastases, metastatic cancer, "
        "leukemia, lymphoma, myeloma, multiple myeloma, bone cancer, cancer treatment, active cancer, immunotherapy, "
        "under treatment for cancer, advanced cancer, stage 4",
        ("cancer_in_treatment",),
    ),
    (
        "cancer, tumor, carcinoma, malignancy, malignant, melanoma, breast cancer, prostate cancer, lung cancer, "
        "bowel cancer, skin cancer, sarcoma, growth, colon cancer, thyroid cancer, oncology, neoplasm",
        ("cancer_in_treatment", "spinal_tumour", "cancer_in_the_past"),
    ),
    (
        "cancer survivor, cancer in remission, remission, former cancer, cured cancer, cancer free, had cancer",
        ("cancer_in_the_past", "cancer_in_treatment"),
    ),
    (
        "diabetes, diabetic, sugar, type 1 diabetes, type 2 diabetes, insulin, metformin, diabetes mellitus, high "
        "blood sugar",
        ("diabetic_retinopathy", "diabetic_neuropathy", "other_condition"),
    ),
    # The spine and its nerves.
    ("disc, l5 s1, l4 l5, l5s1, l4l5, l5 s1 disc, l4 l5 disc, lumbar disc", ("herniated_disc", "disc_surgery")),
    ("rod in spine, rod in my spine, plate in spine, plate in neck, metal in neck", ("spinal_fusion",)),
    ("cracked vertebra, cracked spine, broken vertebrae, crushed vertebra", ("spinal_fracture",)),
    ("pots syndrome", ("orthostatic_intolerance",)),
    ("as, bekhterev, bekhterew", ("ankylosing_spondylitis",)),
    (
        "slipped disc, slip disc, bulging disc, herniated disc, prolapsed disc, disc prolapse, ruptured disc, disc "
        "herniation, disc hernia, disc bulge, herniation, protruding disc, disc protrusion, disc extrusion, "
        "sequestered disc, nucleus prolapse, torn disc, annular tear, disc problem, disc injury, spinal disc "
        "herniation, hnp, herniated nucleus pulposus",
        ("herniated_disc",),
    ),
    ("pid", ("herniated_disc", "other_condition")),
    (
        "degenerative disc, degenerative disc disease, ddd, worn disc, disc degeneration, disc wear, bad disc, disc "
        "disease",
        ("herniated_disc", "spinal_stenosis"),
    ),
    (
        "pinched nerve, trapped nerve, compressed nerve, nerve compression, nerve root compression, radiculopathy, "
        "nerve pain, nerve root irritation, radicular pain, nerve impingement",
        ("herniated_disc", "spinal_stenosis", "cervical_stenosis", "unexplained_tingling", "lumbar_radiculopathy"),
    ),
    (
        "cervical radiculopathy, cervical disc, neck disc, slipped disc in neck, pinched nerve in neck, arm "
        "radiculopathy",
        ("cervical_stenosis", "herniated_disc"),
    ),
    (
        "trapped sciatic nerve, sciatic nerve, sciatic nerve pain, sciatic, sciatic pain, leg nerve pain, ischias, "
        "pain down leg, sciatic pain down leg, shooting pain in leg, sciatic nerve compression",
        ("herniated_disc", "spinal_stenosis", "sciatica", "lumbar_radiculopathy"),
    ),
    (
        "spinal stenosis, stenosis, narrow spinal canal, narrowed spinal canal, spinal canal stenosis, narrow spine, "
        "spinal narrowing, foraminal stenosis, lumbar canal stenosis",
        ("cervical_stenosis", "spinal_stenosis"),
    ),
    ("lumbar stenosis, lumbar spinal stenosis, stenosis of lower back, neurogenic claudication", ("spinal_stenosis",)),
    ("neck stenosis, cervical spinal stenosis, stenosis of neck, narrow neck canal", ("cervical_stenosis",)),
    (
        "cervical spondylosis, neck arthritis, spondylosis, facet arthritis, facet joint, arthritis in back, back "
        "arthritis, spinal arthritis, spine arthritis, arthritis of spine",
        ("cervical_stenosis", "spinal_stenosis", "ankylosing_spondylitis"),
    ),
    (
        "slipped vertebra, slipped vertebrae, slipping vertebra, vertebra slipped, anterolisthesis, retrolisthesis, "
        "listhesis, spondy, slipped spine",
        ("spondylolisthesis",),
    ),
    ("spondylolysis, pars fracture, pars, pars interarticularis, stress fracture of spine", ("pars_defect",)),
    (
        "scoliosis, curved spine, crooked spine, crooked back, spinal curvature, curvature of spine, scheuermann, "
        "bent spine, twisted spine, sway back, lordosis",
        ("significant_scoliosis",),
    ),
    ("dowager hump, hunchback, hunched back, kyphosis", ("osteoporosis", "spinal_fracture", "significant_scoliosis")),
    (
        "back surgery, spine surgery, spinal surgery, back operation, spine operation, operated back, neck surgery, "
        "failed back surgery, fbss",
        ("spinal_fusion", "disc_surgery"),
    ),
    (
        "laminectomy, discectomy, microdiscectomy, disc removed, disc operation, disc replacement, artificial disc, "
        "laminotomy, decompression surgery, spinal decompression surgery, foraminotomy, disectomy, microdisectomy",
        ("disc_surgery",),
    ),
    (
        "fused spine, fused vertebra, fused vertebrae, fusion, acdf, lumbar fusion, cervical fusion, spondylodesis, "
        "spinal rod, screws in spine, screws in back, metal in back, metal in spine, cage in spine, tlif, plif, alif, "
        "fused back, fused neck, rods in back, pedicle screw",
        ("spinal_fusion",),
    ),
    (
        "spinal cord stimulator, pain pump, nerve stimulator, neurostimulator, baclofen pump",
        ("spinal_fusion", "other_condition"),
    ),
    (
        "broken back, broken neck, broken spine, broken vertebra, fractured vertebra, vertebral fracture, back "
        "fracture, neck fracture, spinal fracture, fractured spine, fractured back",
        ("spinal_fracture",),
    ),
    (
        "compression fracture, vertebral compression fracture, collapsed vertebra, vertebroplasty, kyphoplasty",
        ("osteoporosis", "spinal_fracture"),
    ),
    (
        "unstable spine, spine instability, atlantoaxial instability, aai, craniocervical instability, cci, unstable "
        "neck, loose vertebra",
        ("spinal_instability",),
    ),
    (
        "whiplash injury, whip lash, neck injury, neck strain, car accident, car crash, neck sprain, road accident",
        ("whiplash",),
    ),
    (
        "cauda equina, cauda equina syndrome, saddle numbness, saddle anesthesia, numb between legs, numb groin, numb "
        "bottom, numb seat, numb saddle, numb genital, numb buttock, both legs weak, numbness between legs, weakness "
        "in both legs, can't feel bottom, numb private part",
        ("cauda_equina_signs",),
    ),
    (
        "can't pee, cant pee, can not pee, cannot pee, incontinence, incontinent, loss of bladder control, bladder "
        "problem, bladder trouble, bladder change, bowel change, bowel problem, loss of bowel control, wet myself, "
        "urinary retention, cannot urinate, can't urinate, soiling, trouble urinating, lost control of bladder, leak "
        "urine, bladder weakness, cannot control bladder",
        ("bladder_or_bowel_change",),
    ),
    (
        "getting weaker, foot drop, drop foot, leg getting weaker, numbness getting worse, weakness getting worse, "
        "worsening numbness, worsening weakness, spreading numbness, progressive weakness, leg weakness, weak leg, "
        "paralysis, paralyzed, leg gives way, losing strength",
        ("worsening_nerve_deficit",),
    ),
    (
        "pins and needles, tingling, numbness, numb, numb foot, numb feet, numb leg, numb hand, numb toe, tingling in "
        "leg, tingling in feet, tingling foot, weakness, paresthesia, neuropathy, peripheral neuropathy, "
        "polyneuropathy, nerve damage, burning feet, numb finger, tingling hand",
        ("worsening_nerve_deficit", "cauda_equina_signs", "unexplained_tingling", "diabetic_neuropathy"),
    ),
    ("diabetic foot, diabetic nerve damage, diabetic feet", ("diabetic_neuropathy",)),
    (
        "spine infection, discitis, spondylodiscitis, vertebral osteomyelitis, osteomyelitis, spinal abscess, "
        "epidural abscess, infected spine, spinal tuberculosis, pott disease, tb of spine",
        ("spinal_infection",),
    ),
    (
        "spine tumor, spinal tumor, tumor in back, spine cancer, spinal cancer, vertebral tumor, haemangioma of spine",
        ("spinal_tumour",),
    ),
    (
        "myelopathy, cervical myelopathy, spinal cord injury, cord compression, compressed spinal cord, paraplegia, "
        "tetraplegia, spinal cord damage, transverse myelitis, tethered cord, quadriplegia",
        ("spinal_cord_compression",),
    ),
    ("open spine, myelomeningocele, split spine", ("spina_bifida",)),
    (
        "worse with traction, traction hurts, traction makes it worse, hanging hurts, inversion makes it worse, "
        "stretching makes it worse, pain when inverted, traction pain",
        ("worse_with_traction",),
    ),
    (
        "back pain, lower back pain, low back pain, lumbago, sore back, bad back, backache, back ache, lbp, chronic "
        "back pain, aching back, back trouble, back problem, lower back, upper back pain, threw out my back, put my "
        "back out, back went out",
        (
            "herniated_disc",
            "spinal_stenosis",
            "spondylolisthesis",
            "worse_with_traction",
            "sciatica",
            "lumbar_radiculopathy",
            "muscle_tension",
            "other_condition",
        ),
    ),
    (
        "neck pain, stiff neck, sore neck, bad neck",
        (
            "cervical_stenosis",
            "whiplash",
            "spinal_fracture",
            "herniated_disc",
            "spinal_stenosis",
            "spondylolisthesis",
            "worse_with_traction",
            "sciatica",
            "lumbar_radiculopathy",
            "muscle_tension",
            "other_condition",
        ),
    ),
    (
        "tight back muscle, tense muscle, muscle knot, muscle spasm, tense back, tight back, tight muscle, tight "
        "glute, muscle tightness, stiff muscle, back muscle tension, myogelosis",
        ("muscle_tension",),
    ),
    (
        "back spasm, stiff back, back cramp",
        ("herniated_disc", "ankylosing_spondylitis", "acute_sprain_or_strain", "muscle_tension"),
    ),
    ("tight hip, stiff hip", ("severe_hip_osteoarthritis", "hip_pain_unknown_cause", "muscle_tension")),
    ("methotrexate", ("cancer_in_treatment", "rheumatoid_arthritis", "connective_tissue_disease")),
    ("tension, tense", ("uncontrolled_hypertension", "controlled_hypertension", "muscle_tension")),
    ("piriformis, piriformis spasm, piriformis pain, deep gluteal syndrome", ("piriformis_syndrome",)),
    # Signs told together, medicines and devices that speak of a stricter row.
    ("pelvic inflammatory disease", ("other_condition",)),
    (
        "back pain fever, back pain chills, back pain shivering, back pain night sweats, stiff neck fever, back hurts "
        "fever, backache fever, back pain temperature",
        ("spinal_infection", "other_condition"),
    ),
    (
        "back pain fall, back pain after fall, back pain since fall, back pain fell, back pain accident, back pain "
        "after accident, fell on back, hurt back in fall, back hurts fall, backache fall",
        ("spinal_fracture", "herniated_disc", "other_condition"),
    ),
    (
        "back pain weight loss, back pain losing weight, back pain lost weight",
        ("cancer_in_treatment", "spinal_tumour", "other_condition"),
    ),
    (
        "back pain constipation, back pain constipated, back pain cannot poo, back pain cant poo, back pain can't "
        "poop, wetting myself, weak bladder, wetting bed, can't hold urine",
        ("bladder_or_bowel_change", "cauda_equina_signs", "other_condition"),
    ),
    (
        "lasix, furosemide, frusemide, water pill, water tablet, diuretic, torsemide, bumetanide, spironolactone",
        ("heart_failure", "uncontrolled_hypertension", "controlled_hypertension", "circulatory_disorder"),
    ),
    (
        "septic hip, infected hip, hip infection, hip pain fever, hip hurts fever",
        ("spinal_infection", "acute_joint_inflammation", "hip_pain_unknown_cause", "other_condition"),
    ),
    ("stent in leg, bypass in leg", ("circulatory_disorder", "coronary_stent")),
    ("avascular necrosis of hip", ("severe_hip_avascular_necrosis", "hip_avascular_necrosis")),
    ("multiple sclerosis, ms", ("worsening_nerve_deficit", "unexplained_tingling", "other_condition")),
    ("parkinson, parkinson disease", ("orthostatic_intolerance", "dementia", "other_condition")),
    ("polio, post polio, post polio syndrome", ("worsening_nerve_deficit", "other_condition")),
    ("lithium", ("sedatives_today", "other_condition")),
    (
        "dialysis, kidney failure",
        ("heart_failure", "uncontrolled_hypertension", "controlled_hypertension", "other_condition"),
    ),
    ("topiramate, topamax, epilim, depakote", ("seizure_disorder", "migraine", "other_condition")),
    (
        "prednisone, prednisolone, cortisone, steroid, corticosteroid, dexamethasone",
        (
            "osteoporosis",
            "osteopenia",
            "rheumatoid_arthritis",
            "connective_tissue_disease",
            "respiratory_insufficiency",
            "other_condition",
        ),
    ),
    ("epidural, epidural injection, lumbar puncture, spinal tap", ("csf_leak", "other_condition")),
    (
        "can't feel feet, cannot feel feet, can not feel feet, can't feel legs, cannot feel legs, can not feel legs",
        ("cauda_equina_signs", "worsening_nerve_deficit", "unexplained_tingling", "diabetic_neuropathy"),
    ),
    ("coil in brain, clip in brain, aneurysm coil, aneurysm clip", ("aneurysm", "intracranial_bleed")),
    ("xeralto, zarelto", ("anticoagulants", "other_condition")),
    (
        "mechanical valve, mechanical heart valve, metal valve, metal heart valve",
        ("other_heart_disease", "anticoagulants"),
    ),
    ("digoxin, lanoxin, amiodarone, cordarone", ("heart_failure", "arrhythmia", "other_heart_disease")),
    # Warnings, and what belongs to a day.
    (
        "alone, live alone, living alone, home alone, nobody at home, on my own, single household, live by myself",
        ("alone_at_home",),
    ),
    (
        "claustrophobic, afraid of tight space, fear of tight space, fear of being trapped, small space, fear of "
        "small space, tight space, fear of enclosed space, afraid of narrow space, enclosed space",
        ("claustrophobia",),
    ),
    (
        "panic, panic attack, panic disorder, nervous, anxious, anxiety disorder, gad, fear, ptsd, phobia, worried, "
        "generalized anxiety, afraid, fear of height",
        ("anxiety",),
    ),
    ("ear infection, otitis, otitis media, earache, ear ache, glue ear, blocked ear", ("middle_ear_infection",)),
    (
        "sinus infection, blocked sinus, sinus, sinus trouble, stuffed nose, blocked nose, head cold, sinus pain",
        ("sinusitis",),
    ),
    ("alcohol, drunk, drinking, beer, wine, drank, hangover, hung over, tipsy, liquor", ("alcohol_today",)),
    ("alcoholic, alcoholism, alcohol abuse", ("alcohol_today", "other_condition")),
    (
        "sedative, sleeping pill, sleeping tablet, tranquilizer, tranquilliser, valium, diazepam, xanax, alprazolam, "
        "ativan, lorazepam, tavor, restoril, temazepam, ambien, zolpidem, stilnox, zopiclone, imovane, zimovane, "
        "lunesta, eszopiclone, benzodiazepine, benzo, opioid, opiate, oxycodone, oxycontin, percocet, hydrocodone, "
        "vicodin, norco, morphine, tramadol, ultram, fentanyl, codeine, tilidine, valoron, buprenorphine, methadone, "
        "dilaudid, strong painkiller, muscle relaxant, cyclobenzaprine, flexeril, robaxin, methocarbamol, tizanidine, "
        "zanaflex, baclofen, soma, carisoprodol, cannabis, marijuana, weed, thc, benadryl, diphenhydramine, "
        "quetiapine, seroquel, trazodone, mirtazapine, amitriptyline, promethazine, nytol, doxylamine, zaleplon, "
        "sonata, midazolam, narcotic, sleep medicine, sleep aid, antihistamine, nyquil",
        ("sedatives_today",),
    ),
    (
        "phenobarbital, phenobarbitone, clonazepam, klonopin, rivotril, gabapentin, neurontin, pregabalin, lyrica",
        ("seizure_disorder", "sedatives_today"),
    ),
    ("new medicine, new medication, new drug, new pill, new tablet, new prescription", ("new_medicine_today",)),
    ("just ate, full stomach, ate, meal, big meal, eaten", ("meal_in_last_two_hours",)),
    ("headache now, hangover headache, migraine today, headache today", ("headache_today",)),
    ("other, something else, not listed, other disease, another condition, unlisted", ("other_condition",)),
)
