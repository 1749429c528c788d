"""What the languages are called in English."""

from bascule.speech.told import later
from firmware.words.languages import ENGLISH, GERMAN

NAMES = {ENGLISH: later("English"), GERMAN: later("German")}
