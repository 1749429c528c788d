"""What the tests beside it share."""


def codes(screened):
    return [code for code, *_ in screened.reasons]


def locked_with(screened, *expected):
    assert codes(screened) == list(expected)
    assert not [text for _, text, _ in screened.reasons if "%" in text], "a reason with a place left open for a word"
    assert screened.locked
    assert screened.limit_cdeg == 0
    assert screened.session_ms == 0
    assert screened.bound_by == "lockout"


def bound(screened):
    assert screened.reasons == []
    assert not screened.locked
    return screened.limit_cdeg, screened.bound_by


KEY = "acute_hip_instability"


OPERATED = "early_post_op_hip"
