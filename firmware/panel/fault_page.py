"""What the page of a fault says, laid out once for each fault: its pages turn by themselves while the table moves."""

from firmware.fault_words import words
from firmware.panel import paper


class FaultPage:
    """say: of the language."""

    def __init__(self, say):
        self._say = say
        self._fault = self._stranger = -1
        self._name = ""
        self._laid = [""]

    def of(self, status):
        """(name, lines) of the fault in force. What to do comes first."""
        stranger = status.tilt_sensor.stranger if status.tilt_sensor else 0
        if status.fault != self._fault or stranger != self._stranger:
            self._fault, self._stranger = status.fault, stranger
            name, sentence, remedy = words(status)
            self._name = "! " + self._say(name)
            self._laid = paper.laid(self._say(("", remedy, sentence)))
        return self._name, self._laid
