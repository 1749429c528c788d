"""What everybody is told: where the useful band begins is where a person begins, and nobody is told to go further."""

from firmware.screening import advice, dose


def test_the_useful_band_begins_where_the_first_session_does():
    first_deg = dose.FIRST_CDEG // 100
    assert advice.USEFUL.startswith(f"{first_deg} to 30 degrees ")
    assert f"At {first_deg}, " in advice.USEFUL and "more is not better" in advice.USEFUL


def test_whoever_has_a_hip_that_hurts_is_sent_to_a_professional():
    assert "indirect" in advice.HIP and "Ask a professional first" in advice.HIP
