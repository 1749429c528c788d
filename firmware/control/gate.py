"""The gate: the only writer of the outputs. It applies a verdict and renews the motor's permission to run."""


class Gate:
    """apply() once per tick with the verdict of that tick."""

    def __init__(self, outputs):
        self._outputs = outputs
        self._contactor = False
        self._buzzer = False
        outputs.inert()

    def apply(self, verdict):
        """Drive, contactor and buzzer as the verdict says; a drive of zero goes out before the contactor opens."""
        outputs = self._outputs
        outputs.drive(verdict.drive_permille)
        if verdict.contactor != self._contactor:
            self._contactor = verdict.contactor
            outputs.contactor(self._contactor)
        if verdict.alarm != self._buzzer:
            self._buzzer = verdict.alarm
            outputs.buzzer(self._buzzer)
        outputs.kick()
