"""The languages of the table, as the wire and the flash name them."""

ENGLISH = "en"
GERMAN = "de"
LANGUAGES = (ENGLISH, GERMAN)
