"""What the languages are called in English."""

from firmware.words.languages import ENGLISH, GERMAN

NAMES = {ENGLISH: "English", GERMAN: "German"}
