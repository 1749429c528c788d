"""What everybody is told before they begin. The band is the founding article's [F]; that friction may hold all of the
pull at 15 degrees is worked out in docs/sources.md [D]."""

USEFUL = "15 to 30 degrees is the useful band, and more is not better. At 15, friction may hold all of the pull."
HIP = "Any benefit to the hip is indirect. Ask a professional first, above all if the hip itself hurts."
